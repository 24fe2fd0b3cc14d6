import type { TenantDb } from '@servicepro/db';

export interface SealedPhoneAccount {
  accountId: string;
  sealed: Buffer;
  nextSealed: Buffer | null;
  version: number;
}

/** The vendor account that owns one of the tenant's numbers, its tokens still sealed; null when the number is not the tenant's. */
export async function findAccountOfNumber(db: TenantDb, number: string): Promise<SealedPhoneAccount | null> {
  const row = await db
    .selectFrom('tenant_phone_config as n')
    .innerJoin('phone_accounts as a', 'a.account_id', 'n.account_id')
    .select(['a.account_id', 'a.auth_token_sealed', 'a.next_auth_token_sealed', 'a.sealed_version'])
    .where('n.number', '=', number)
    .executeTakeFirst();
  return row ? toSealed(row) : null;
}

/** An account of the tenant by the vendor's id, or null. */
export async function findAccount(db: TenantDb, accountId: string): Promise<SealedPhoneAccount | null> {
  const row = await db
    .selectFrom('phone_accounts')
    .select(['account_id', 'auth_token_sealed', 'next_auth_token_sealed', 'sealed_version'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row ? toSealed(row) : null;
}

interface AccountRow {
  account_id: string;
  auth_token_sealed: Buffer;
  next_auth_token_sealed: Buffer | null;
  sealed_version: number;
}

function toSealed(row: AccountRow): SealedPhoneAccount {
  return {
    accountId: row.account_id,
    sealed: row.auth_token_sealed,
    nextSealed: row.next_auth_token_sealed,
    version: row.sealed_version,
  };
}
