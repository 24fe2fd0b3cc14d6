import type { CustomerCard } from '@servicepro/contracts/rest/conversations';
import type { TenantDb } from '@servicepro/db';
import { sql } from 'kysely';

interface CardRow {
  id: string | null;
  name: string | null;
  phone: string;
  language: string | null;
  notes: string | null;
  opted_out_at: Temporal.Instant | null;
  assets: CustomerCard['assets'];
  consents: CustomerCard['consents'];
  next_booking: (Omit<NonNullable<CustomerCard['nextBooking']>, 'number'> & { number: number }) | null;
  jobs_done: number;
  spent_cents: number;
  last_jobs: CustomerCard['lastJobs'];
}

/** The right-hand card of a thread: who this is, what is booked, what was done. One round trip. */
export async function readCustomerCard(
  db: TenantDb,
  input: { contactPointId: string; now: Temporal.Instant },
): Promise<CustomerCard> {
  const title = sql`(select string_agg(l.name, ', ' order by l.kind desc, l.id) from booking_lines l where l.booking_id = b.id)`;
  const { rows } = await sql<CardRow>`
    select k.id, k.name, p.value as phone, k.language, k.notes, p.opted_out_at,
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'className', c.name, 'notes', a.notes) order by a.created_at desc), '[]')
        from assets a join asset_classes c on c.id = a.asset_class_id where a.customer_id = k.id) as assets,
      (select coalesce(jsonb_agg(jsonb_build_object('purpose', s.purpose, 'isGiven', s.is_given, 'source', s.source, 'at', s.at)), '[]')
        from (select distinct on (purpose) purpose, is_given, source, at from consents where contact_point_id = p.id order by purpose, at desc) s) as consents,
      (select jsonb_build_object('id', b.id, 'number', b.number, 'startsAt', b.starts_at, 'endsAt', b.ends_at, 'title', coalesce(${title}, ''),
          'resourceName', r.name, 'totalCents', b.total_cents, 'currency', b.currency)
        from bookings b join resources r on r.id = b.resource_id
        where b.customer_id = k.id and b.status in ('booked', 'confirmed', 'in_progress') and b.ends_at > ${input.now}
        order by b.starts_at limit 1) as next_booking,
      (select count(*) from bookings b where b.customer_id = k.id and b.status = 'done') as jobs_done,
      (select coalesce(sum(b.total_cents), 0) from bookings b where b.customer_id = k.id and b.status = 'done') as spent_cents,
      (select coalesce(jsonb_agg(jsonb_build_object('id', j.id, 'startsAt', j.starts_at, 'title', j.title, 'totalCents', j.total_cents)), '[]') from (
        select b.id, b.starts_at, coalesce(${title}, '') as title, b.total_cents from bookings b
        where b.customer_id = k.id and b.status = 'done' order by b.starts_at desc limit 3) j) as last_jobs
    from contact_points p left join customers k on k.id = p.customer_id
    where p.id = ${input.contactPointId}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a conversation has no contact point');
  return toCard(row);
}

function toCard(row: CardRow): CustomerCard {
  const { next_booking: next } = row;
  return {
    id: row.id,
    name: row.name || null,
    phone: row.phone,
    language: row.language ?? 'en',
    notes: row.notes ?? '',
    optedOutAt: row.opted_out_at?.toString() ?? null,
    assets: row.assets,
    consents: row.consents.map((consent) => ({ ...consent, at: utc(consent.at) })),
    nextBooking: next && {
      ...next,
      number: `J-${next.number}`,
      startsAt: utc(next.startsAt),
      endsAt: utc(next.endsAt),
    },
    jobsDone: row.jobs_done,
    spentCents: row.spent_cents,
    lastJobs: row.last_jobs.map((job) => ({ ...job, startsAt: utc(job.startsAt) })),
  };
}

/** jsonb writes instants with the session's offset. */
function utc(text: string): string {
  return Temporal.Instant.from(text).toString();
}
