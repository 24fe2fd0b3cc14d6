import type { TenantDb } from '@servicepro/db';

/** A price as it is now, locked until the transaction ends; null when the tenant has no such row. */
export async function lockPrice(db: TenantDb, priceId: string) {
  const row = await db
    .selectFrom('service_prices')
    .select([
      'id',
      'service_id as serviceId',
      'price_cents as priceCents',
      'suggested_cents as suggestedCents',
    ])
    .where('id', '=', priceId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function updateConfirmedPrice(
  db: TenantDb,
  input: { priceId: string; priceCents: number; confirmedAt: Temporal.Instant; confirmedBy: string },
): Promise<void> {
  await db
    .updateTable('service_prices')
    .set({ price_cents: input.priceCents, confirmed_at: input.confirmedAt, confirmed_by: input.confirmedBy })
    .where('id', '=', input.priceId)
    .execute();
}
