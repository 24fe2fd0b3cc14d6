import type { WaitingItem } from '@servicepro/contracts/rest/home';
import type { TenantDb } from '@servicepro/db';
import { sql } from 'kysely';
import type { HomePeriods } from './home.rules.ts';

const live = sql`('booked', 'confirmed', 'in_progress', 'done')`;

/** For each of seven days: jobs that start in it. For each of seven weeks: jobs done, bookings made, and those the AI made. */
export async function countJobs(db: TenantDb, periods: HomePeriods) {
  const days = periods.dayStarts.map(String);
  const weeks = periods.weekStarts.map(String);
  const { rows } = await sql<{ jobs: number[]; done: number[]; made: number[]; by_ai: number[] }>`
    select
      array(select (select count(*) from bookings where status in ${live} and starts_at >= d.a and starts_at < d.b)
        from (select a, lead(a) over (order by a) as b from unnest(${days}::timestamptz[]) a) d where d.b is not null order by d.a)::int[] as jobs,
      array(select (select count(*) from bookings where status = 'done' and starts_at >= w.a and starts_at < w.b)
        from (select a, lead(a) over (order by a) as b from unnest(${weeks}::timestamptz[]) a) w where w.b is not null order by w.a)::int[] as done,
      array(select (select count(*) from bookings where number is not null and created_at >= w.a and created_at < w.b)
        from (select a, lead(a) over (order by a) as b from unnest(${weeks}::timestamptz[]) a) w where w.b is not null order by w.a)::int[] as made,
      array(select (select count(*) from bookings where number is not null and is_by_ai and created_at >= w.a and created_at < w.b)
        from (select a, lead(a) over (order by a) as b from unnest(${weeks}::timestamptz[]) a) w where w.b is not null order by w.a)::int[] as by_ai`.execute(
    db,
  );
  return rows[0] ?? { jobs: [], done: [], made: [], by_ai: [] };
}

/** A price that a customer asked for longer ago waits like one that nobody asked for. */
const askedHours = 30 * 24;

/** What waits for a person: hand-offs, prices nobody confirmed that a customer asked for, texts that did not arrive. */
export async function listWaiting(
  db: TenantDb,
  now: Temporal.Instant,
): Promise<{ items: WaitingItem[]; total: number }> {
  const { rows } = await sql<{ item: WaitingItem; at: Temporal.Instant | null; total: number }>`
    with asked as (
      select result #>> '{quote,priceId}' as price_id, max(at) as at from actions
      where name = 'quote_price' and (result #>> '{quote,totalCents}') is null and at > ${now.subtract({ hours: askedHours })}
      group by 1
    ), waiting as (
      select jsonb_build_object('kind', 'hand-off', 'conversationId', c.id, 'name', nullif(k.name, ''), 'phone', p.value,
          'reason', coalesce(c.waiting_reason, ''), 'lastMessage', coalesce(m.body, ''), 'since', c.waiting_since) as item, c.waiting_since as at
      from conversations c join contact_points p on p.id = c.contact_point_id left join customers k on k.id = p.customer_id
      left join lateral (select body from messages where conversation_id = c.id and direction = 'in' order by created_at desc limit 1) m on true
      where c.waiting_since is not null and not (c.owner = 'person' and c.owned_until > ${now})
        -- A thread that waits because a text did not arrive is named once, below.
        and not exists (select from messages f where f.conversation_id = c.id and f.status in ('failed', 'undelivered')
          and f.created_at > ${now.subtract({ hours: 72 })}
          and not exists (select from messages n where n.conversation_id = c.id and n.created_at > f.created_at))
      union all
      select jsonb_build_object('kind', 'price', 'serviceId', s.id, 'priceId', x.id, 'serviceName', s.name, 'assetClassName', a.name,
          'suggestedCents', x.suggested_cents, 'currency', x.currency, 'since', q.at), q.at
      from service_prices x join services s on s.id = x.service_id and s.is_active and s.booking = 'instant' join asset_classes a on a.id = x.asset_class_id
      left join asked q on q.price_id = x.id::text
      where x.confirmed_at is null
      union all
      select jsonb_build_object('kind', 'failed-message', 'conversationId', m.conversation_id, 'messageId', m.id, 'name', nullif(k.name, ''),
          'phone', p.value, 'reason', coalesce(m.status_reason, ''), 'since', m.created_at), m.created_at
      from messages m join conversations c on c.id = m.conversation_id join contact_points p on p.id = c.contact_point_id
      left join customers k on k.id = p.customer_id
      where m.status in ('failed', 'undelivered') and m.created_at > ${now.subtract({ hours: 72 })}
        and not exists (select from messages n where n.conversation_id = m.conversation_id and n.direction = 'out' and n.created_at > m.created_at)
    )
    select item, at, count(*) over () as total from waiting order by at desc nulls last limit 12`.execute(db);
  return { items: rows.map(({ item }) => withInstants(item)), total: rows[0]?.total ?? 0 };
}

/** jsonb writes instants with the session's offset. */
function withInstants(item: WaitingItem): WaitingItem {
  return item.since === null ? item : { ...item, since: Temporal.Instant.from(item.since).toString() };
}

/** What the AI did since an instant. */
export async function countAiWork(db: TenantDb, since: Temporal.Instant) {
  const { rows } = await sql<{ texts: number; bookings: number; booked_cents: number; hand_offs: number }>`
    select
      (select count(*) from messages where author = 'ai' and purpose = 'reply' and created_at >= ${since}) as texts,
      (select count(*) from bookings where is_by_ai and number is not null and status <> 'cancelled' and created_at >= ${since}) as bookings,
      (select coalesce(sum(total_cents), 0) from bookings where is_by_ai and number is not null and status <> 'cancelled' and created_at >= ${since}) as booked_cents,
      (select count(*) from actions where name = 'hand_off' and verdict = 'allowed' and at >= ${since}) as hand_offs`.execute(
    db,
  );
  return rows[0] ?? { texts: 0, bookings: 0, booked_cents: 0, hand_offs: 0 };
}
