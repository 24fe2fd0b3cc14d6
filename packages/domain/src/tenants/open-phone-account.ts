import { type AppDatabase, withTenant } from '@servicepro/db';
import { openCredential } from '@servicepro/providers/credentials';
import type { TenantContext } from '@servicepro/tenant-context';
import { findAccount, findAccountOfNumber, type SealedPhoneAccount } from './phone-accounts.repository.ts';

/** What a sealed token is bound to, beside its tenant and version. */
export const authTokenKind = 'twilio-auth-token';

export interface PhoneAccount {
  accountId: string;
  /** The token calls are made with. */
  authToken: string;
  /** Every token that may sign a webhook now: two during a rotation. */
  signingTokens: string[];
}

export interface OpenPhoneAccountDeps {
  database: AppDatabase;
  credentialKey: Uint8Array;
}

/**
 * The account that owns a number of the tenant (or the tenant's account of that id), with its tokens opened. Null when it
 * is not the tenant's. Throws CredentialError when a value was sealed for another tenant or under another key.
 */
export async function openPhoneAccount(
  deps: OpenPhoneAccountDeps,
  context: TenantContext,
  by: { number: string } | { accountId: string },
): Promise<PhoneAccount | null> {
  const found = await withTenant(deps.database, context, (db) =>
    'number' in by ? findAccountOfNumber(db, by.number) : findAccount(db, by.accountId),
  );
  return found && open(deps.credentialKey, context, found);
}

function open(key: Uint8Array, context: TenantContext, account: SealedPhoneAccount): PhoneAccount {
  const scope = { tenantId: context.tenantId, kind: authTokenKind, version: account.version };
  const authToken = openCredential(key, scope, account.sealed);
  const next = account.nextSealed ? [openCredential(key, scope, account.nextSealed)] : [];
  return { accountId: account.accountId, authToken, signingTokens: [authToken, ...next] };
}
