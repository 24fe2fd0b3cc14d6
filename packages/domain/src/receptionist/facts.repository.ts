import type { TenantDb } from '@servicepro/db';
import { sql } from 'kysely';

export interface BusinessRow {
  name: string;
  pack_id: string;
  time_zone: string;
  phone: string;
  street: string;
  city: string;
  country: string;
  service_area: string;
  horizon_days: number;
  ai_is_on: boolean;
  hours: { id: string; weekday: number; opens: string; closes: string }[];
  holidays: { id: string; day: string; name: string }[];
  owner_name: string | null;
  faqs: { id: string; question: string; answer: string }[];
}

/** The business with its week, its days off and who answers for it, in one round trip. */
export async function findBusiness(db: TenantDb): Promise<BusinessRow> {
  const { rows } = await sql<BusinessRow>`
    select t.name, t.pack_id, p.time_zone, p.phone, p.street, p.city, p.country, p.service_area, p.horizon_days, p.ai_is_on,
      coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'weekday', h.weekday, 'opens', h.opens_local, 'closes', h.closes_local)
        order by h.weekday, h.opens_local) from business_hours h where h.tenant_id = t.id), '[]') as hours,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'day', d.day, 'name', d.name) order by d.day)
        from (select id, day, name from holidays where tenant_id = t.id and day >= current_date - 2 order by day limit 400) d), '[]') as holidays,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'question', f.question, 'answer', f.answer) order by f.position)
        from faqs f where f.tenant_id = t.id), '[]') as faqs,
      (select m.display_name from memberships m where m.tenant_id = t.id and m.role = 'owner' order by m.created_at, m.id limit 1) as owner_name
    from tenants t join tenant_profiles p on p.tenant_id = t.id`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('this tenant has no profile');
  return row;
}

export interface PersonRow {
  assets: { id: string; name: string; assetClassId: string }[];
  upcoming: { id: string; number: number; startsAt: string; resourceName: string }[];
  last_address: string | null;
}

/** What a customer has, has ahead and where they were last served, in one round trip. */
export async function findPerson(
  db: TenantDb,
  customerId: string,
  now: Temporal.Instant,
): Promise<PersonRow> {
  const { rows } = await sql<PersonRow>`
    select
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'assetClassId', a.asset_class_id) order by a.created_at desc)
        from (select * from assets where customer_id = ${customerId}::uuid order by created_at desc limit 5) a), '[]') as assets,
      coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'number', b.number, 'startsAt', b.starts_at, 'resourceName', b.resource_name) order by b.starts_at)
        from (select b.id, b.number, b.starts_at, r.name as resource_name from bookings b
          join resources r on r.tenant_id = b.tenant_id and r.id = b.resource_id
          where b.customer_id = ${customerId}::uuid and b.status in ('booked', 'confirmed') and b.starts_at > ${now}
          order by b.starts_at limit 5) b), '[]') as upcoming,
      (select b.address from bookings b where b.customer_id = ${customerId}::uuid and b.address <> '' and b.status <> 'held'
        order by b.starts_at desc limit 1) as last_address`.execute(db);
  const [row] = rows;
  return row ?? { assets: [], upcoming: [], last_address: null };
}

/** True when the thread was told within a day that nobody answers: it is not told again with every text. */
export async function hasRecentNotice(db: TenantDb, conversationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('messages')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('direction', '=', 'out')
    .where('purpose', '=', 'notice')
    .where('created_at', '>', sql<Temporal.Instant>`clock_timestamp() - interval '1 day'`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** True when this opt-out was confirmed by a text already: a second STOP gets no second answer. */
export async function hasStopConfirmation(
  db: TenantDb,
  conversationId: string,
  since: Temporal.Instant,
): Promise<boolean> {
  const row = await db
    .selectFrom('messages')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('direction', '=', 'out')
    .where('purpose', '=', 'stop-confirmation')
    .where('created_at', '>=', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
