import type { TenantDb } from '@servicepro/db';
import { jsonArrayFrom } from 'kysely/helpers/postgres';

/** The business as its site shows it, with hours, days off and questions, in one round trip. */
export async function findSiteProfile(db: TenantDb) {
  return db
    .selectFrom('tenants as t')
    .innerJoin('tenant_profiles as p', 'p.tenant_id', 't.id')
    .select(['t.id', 't.slug', 't.name', 't.status', 't.pack_id', 't.plan'])
    .select([
      'p.time_zone',
      'p.locale',
      'p.currency',
      'p.phone',
      'p.brand_color',
      'p.street',
      'p.city',
      'p.region',
      'p.postal_code',
    ])
    .select(['p.service_area', 'p.site_template', 'p.site_content'])
    .select((is) => [
      jsonArrayFrom(
        is
          .selectFrom('business_hours as h')
          .select(['h.weekday', 'h.opens_local as opens', 'h.closes_local as closes'])
          .orderBy('h.weekday')
          .orderBy('h.opens_local'),
      ).as('hours'),
      jsonArrayFrom(
        is.selectFrom('holidays as d').select(['d.day', 'd.name']).orderBy('d.day').limit(100),
      ).as('holidays'),
      jsonArrayFrom(
        is.selectFrom('faqs as f').select(['f.question', 'f.answer']).orderBy('f.position').limit(50),
      ).as('faqs'),
    ])
    .executeTakeFirst();
}

export type SiteProfile = NonNullable<Awaited<ReturnType<typeof findSiteProfile>>>;
