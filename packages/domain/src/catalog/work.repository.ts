import type { TenantDb } from '@servicepro/db';

/** A service as it is sold for one asset class; duration and price are of the pair. Null when the pair is not offered. */
export async function findOffer(db: TenantDb, serviceId: string, assetClassId: string) {
  const row = await db
    .selectFrom('services as s')
    .leftJoin('service_prices as p', (join) =>
      join
        .onRef('p.tenant_id', '=', 's.tenant_id')
        .onRef('p.service_id', '=', 's.id')
        .on('p.asset_class_id', '=', assetClassId),
    )
    .select([
      's.id as serviceId',
      's.name as serviceName',
      's.booking',
      's.is_mobile as isMobile',
      's.buffer_minutes as bufferMinutes',
      'p.id as servicePriceId',
      'p.duration_minutes as durationMinutes',
      'p.price_cents as priceCents',
      'p.currency',
    ])
    .where('s.id', '=', serviceId)
    .where('s.is_active', '=', true)
    .executeTakeFirst();
  return row ?? null;
}

export async function findAddOnsById(db: TenantDb, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('add_ons')
    .select(['id', 'name', 'duration_minutes as durationMinutes', 'price_cents as priceCents'])
    .where('id', 'in', ids)
    .orderBy('position')
    .execute();
}
