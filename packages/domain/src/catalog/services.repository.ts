import type { AddOn, AssetClass, Service } from '@servicepro/contracts/rest/catalog';
import type { TenantDb } from '@servicepro/db';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';

/** Active services in their order, each with its prices in the order of the asset classes. */
export async function findServices(db: TenantDb): Promise<Service[]> {
  const rows = await db
    .selectFrom('services as s')
    .select((eb) => [
      's.id',
      's.key',
      's.name',
      's.description',
      's.category',
      's.words',
      's.booking',
      's.is_mobile as isMobile',
      's.buffer_minutes as bufferMinutes',
      jsonArrayFrom(
        eb
          .selectFrom('service_prices as p')
          .innerJoin('asset_classes as c', (join) =>
            join.onRef('c.tenant_id', '=', 'p.tenant_id').onRef('c.id', '=', 'p.asset_class_id'),
          )
          .select([
            'p.id',
            'p.asset_class_id as assetClassId',
            'p.duration_minutes as durationMinutes',
            'p.price_cents as priceCents',
            'p.suggested_cents as suggestedCents',
            'p.currency',
            sql<
              string | null
            >`to_char(p.confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as('confirmedAt'),
          ])
          .whereRef('p.tenant_id', '=', 's.tenant_id')
          .whereRef('p.service_id', '=', 's.id')
          .orderBy('c.position')
          .orderBy('c.id'),
      ).as('prices'),
    ])
    .where('s.is_active', '=', true)
    .orderBy('s.position')
    .orderBy('s.id')
    .limit(500)
    .execute();
  return rows;
}

/** What work is done on, in the tenant's order. */
export async function findAssetClasses(db: TenantDb): Promise<AssetClass[]> {
  return db
    .selectFrom('asset_classes')
    .select(['id', 'key', 'name', 'words'])
    .orderBy('position')
    .orderBy('id')
    .limit(200)
    .execute();
}

export async function findAddOns(db: TenantDb): Promise<AddOn[]> {
  return db
    .selectFrom('add_ons')
    .select([
      'id',
      'key',
      'name',
      'words',
      'duration_minutes as durationMinutes',
      'price_cents as priceCents',
      'suggested_cents as suggestedCents',
    ])
    .orderBy('position')
    .orderBy('id')
    .limit(200)
    .execute();
}
