import { constraintOf, type TenantDb } from '@servicepro/db';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { customerErrors } from './customers.errors.ts';

export interface PhoneOwner {
  contactPointId: string;
  customerId: string | null;
  name: string | null;
  isOptedOut: boolean;
}

/** Whose phone this is; null when it has never been seen. */
export async function findPhone(db: TenantDb, phone: string): Promise<PhoneOwner | null> {
  const row = await db
    .selectFrom('contact_points as p')
    .leftJoin('customers as c', (join) =>
      join.onRef('c.tenant_id', '=', 'p.tenant_id').onRef('c.id', '=', 'p.customer_id'),
    )
    .select([
      'p.id as contactPointId',
      'p.customer_id as customerId',
      'c.name',
      'p.opted_out_at as optedOutAt',
    ])
    .where('p.kind', '=', 'phone')
    .where('p.value', '=', phone)
    .executeTakeFirst();
  if (!row) return null;
  const { optedOutAt, ...owner } = row;
  return { ...owner, isOptedOut: optedOutAt !== null };
}

/** Makes the phone known and locks its row until the transaction ends, so that two first contacts make one customer. */
export async function lockPhone(
  db: TenantDb,
  phone: string,
): Promise<{ contactPointId: string; customerId: string | null; isOptedOut: boolean }> {
  const row = await db
    .insertInto('contact_points')
    .values({ kind: 'phone', value: phone })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'kind', 'value'])
        .doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
    )
    .returning(['id', 'customer_id', 'opted_out_at'])
    .executeTakeFirstOrThrow();
  return { contactPointId: row.id, customerId: row.customer_id, isOptedOut: row.opted_out_at !== null };
}

export async function insertCustomer(
  db: TenantDb,
  name: string,
  createdAt: Temporal.Instant,
): Promise<string> {
  const row = await db
    .insertInto('customers')
    .values({ name, created_at: createdAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function assignContactPoint(
  db: TenantDb,
  contactPointId: string,
  customerId: string,
): Promise<void> {
  await db
    .updateTable('contact_points')
    .set({ customer_id: customerId })
    .where('id', '=', contactPointId)
    .execute();
}

/** Sets a name and answers the one before; null when there is no such customer. */
export async function updateName(
  db: TenantDb,
  customerId: string,
  name: string,
): Promise<{ before: string } | null> {
  const current = await db
    .selectFrom('customers')
    .select('name')
    .where('id', '=', customerId)
    .forUpdate()
    .executeTakeFirst();
  if (!current) return null;
  await db.updateTable('customers').set({ name }).where('id', '=', customerId).execute();
  return { before: current.name };
}

export async function findAsset(db: TenantDb, customerId: string, assetClassId: string, name: string) {
  return db
    .selectFrom('assets')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('asset_class_id', '=', assetClassId)
    .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .limit(1)
    .executeTakeFirst();
}

export async function insertAsset(
  db: TenantDb,
  asset: { customerId: string; assetClassId: string; name: string },
): Promise<string> {
  try {
    const row = await db
      .insertInto('assets')
      .values({ customer_id: asset.customerId, asset_class_id: asset.assetClassId, name: asset.name })
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  } catch (cause) {
    if (constraintOf(cause) === 'assets_tenant_id_customer_id_fkey')
      throw customerErrors.unknownCustomer({ cause });
    if (constraintOf(cause) === 'assets_tenant_id_asset_class_id_fkey') {
      throw customerErrors.unknownAssetClass({ cause });
    }
    throw cause;
  }
}

/** A customer with phones, e-mails and assets, for a card. */
export async function findCard(db: TenantDb, customerId: string) {
  return db
    .selectFrom('customers as c')
    .select((eb) => [
      'c.id',
      'c.name',
      'c.language',
      'c.notes',
      'c.created_at as createdAt',
      jsonArrayFrom(
        eb
          .selectFrom('contact_points as p')
          .select((point) => [
            'p.id',
            'p.kind',
            'p.value',
            point('p.opted_out_at', 'is not', null).as('isOptedOut'),
          ])
          .whereRef('p.tenant_id', '=', 'c.tenant_id')
          .whereRef('p.customer_id', '=', 'c.id')
          .orderBy('p.created_at')
          .limit(50),
      ).as('contactPoints'),
      jsonArrayFrom(
        eb
          .selectFrom('assets as a')
          .select(['a.id', 'a.name', 'a.notes', 'a.asset_class_id as assetClassId'])
          .whereRef('a.tenant_id', '=', 'c.tenant_id')
          .whereRef('a.customer_id', '=', 'c.id')
          .orderBy('a.created_at', 'desc')
          .limit(50),
      ).as('assets'),
    ])
    .where('c.id', '=', customerId)
    .executeTakeFirst();
}
