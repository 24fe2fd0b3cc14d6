import type { AddOn, AssetClass, Catalog, Service } from '@servicepro/contracts/rest/catalog';
import type { DB, TenantDb } from '@servicepro/db';
import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';

/** All that is sold, in one round trip: a turn of the receptionist reads it each time. */
export async function findCatalog(db: TenantDb): Promise<Catalog> {
  return db
    .selectNoFrom((eb) => [
      jsonArrayFrom(assetClasses(eb)).$castTo<AssetClass[]>().as('assetClasses'),
      jsonArrayFrom(services(eb)).$castTo<Service[]>().as('services'),
      jsonArrayFrom(addOns(eb)).$castTo<AddOn[]>().as('addOns'),
    ])
    .executeTakeFirstOrThrow();
}

type Builder = ExpressionBuilder<DB, never>;

/** What work is done on, in the tenant's order. */
function assetClasses(eb: Builder) {
  return eb
    .selectFrom('asset_classes as a')
    .select(['a.id', 'a.key', 'a.name', 'a.words'])
    .orderBy('a.position')
    .orderBy('a.id')
    .limit(200);
}

/** Active services in their order, each with its prices in the order of the asset classes. */
function services(eb: Builder) {
  return eb
    .selectFrom('services as s')
    .select((service) => [
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
        service
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
    .limit(500);
}

function addOns(eb: Builder) {
  return eb
    .selectFrom('add_ons as o')
    .select([
      'o.id',
      'o.key',
      'o.name',
      'o.words',
      'o.duration_minutes as durationMinutes',
      'o.price_cents as priceCents',
      'o.suggested_cents as suggestedCents',
    ])
    .orderBy('o.position')
    .orderBy('o.id')
    .limit(200);
}
