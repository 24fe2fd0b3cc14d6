import type { ConversationFilter } from '@servicepro/contracts/rest/conversations';
import type { TenantDb } from '@servicepro/db';
import { sql } from 'kysely';
import type { OwnershipColumns } from './ownership.rules.ts';

export interface ConversationRow extends OwnershipColumns {
  id: string;
  customer_name: string | null;
  phone: string;
  owner_name: string | null;
  last_message_at: Temporal.Instant;
  last_read_at: Temporal.Instant | null;
  body: string | null;
  author: 'customer' | 'ai' | 'person' | 'system' | null;
  status: string | null;
  status_reason: string | null;
  booked_at: Temporal.Instant | null;
}

export interface ListInput {
  filter: ConversationFilter;
  search: string | undefined;
  userId: string;
  now: Temporal.Instant;
  after: { lastMessageAt: Temporal.Instant; id: string } | null;
  limit: number;
}

/** One page of threads, newest first, each with its last message that is not the AI's answer, which says what it is about: one round trip whatever the page holds. */
export async function listConversationRows(db: TenantDb, input: ListInput): Promise<ConversationRow[]> {
  const { rows } = await sql<ConversationRow>`
    select c.id, k.name as customer_name, p.value as phone, c.owner, c.owned_by, c.owned_until, c.waiting_since, c.waiting_reason,
      u.display_name as owner_name, c.last_message_at, c.last_read_at, m.body, m.author, m.status, m.status_reason, b.starts_at as booked_at
    from (
      select c.* from conversations c
      where ${filterOf(input)} and ${searchOf(input.search)}
        and (${input.after?.lastMessageAt ?? null}::timestamptz is null
          or (c.last_message_at, c.id) < (${input.after?.lastMessageAt ?? null}::timestamptz, ${input.after?.id ?? null}::uuid))
      order by c.last_message_at desc, c.id desc
      limit ${input.limit}
    ) c
    join contact_points p on p.id = c.contact_point_id
    left join customers k on k.id = p.customer_id
    left join memberships u on u.user_id = c.owned_by
    left join lateral (
      select body, author, status, status_reason from messages
      where conversation_id = c.id and not (author = 'ai' and purpose = 'reply' and status not in ('failed', 'undelivered'))
      order by created_at desc, id desc limit 1
    ) m on true
    left join lateral (
      select starts_at from bookings where conversation_id = c.id and status in ('booked', 'confirmed') and starts_at > ${input.now}
      order by created_at desc limit 1
    ) b on true
    order by c.last_message_at desc, c.id desc`.execute(db);
  return rows;
}

/** Who is looked for is found first and once: row-level security keeps these comparisons from using an index. */
function searchOf(search: string | undefined) {
  if (!search) return sql`true`;
  const name = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const digits = search.replaceAll(/\D/g, '');
  return sql`c.contact_point_id in (
    with found as materialized (
      select x.id from contact_points x left join customers y on y.id = x.customer_id
      where y.name ilike ${name} or (${digits} <> '' and x.value like ${`%${digits}%`})
    ) select id from found)`;
}

function filterOf(input: ListInput) {
  const isOwned = sql`(c.owner = 'person' and c.owned_until > ${input.now})`;
  switch (input.filter) {
    case 'all':
      return sql`true`;
    case 'needs-you':
      return sql`c.waiting_since is not null and not ${isOwned}`;
    case 'yours':
      return sql`${isOwned} and c.owned_by = ${input.userId}`;
    case 'ai':
      return sql`c.waiting_since is null and not ${isOwned}`;
  }
}

export async function countThreads(
  db: TenantDb,
  userId: string,
  now: Temporal.Instant,
): Promise<{ needsYou: number; yours: number }> {
  const { rows } = await sql<{ needs_you: number; yours: number }>`
    select
      (select count(*) from conversations where waiting_since is not null and not (owner = 'person' and owned_until > ${now})) as needs_you,
      (select count(*) from conversations where owner = 'person' and owned_until > ${now} and owned_by = ${userId}) as yours`.execute(
    db,
  );
  return { needsYou: rows[0]?.needs_you ?? 0, yours: rows[0]?.yours ?? 0 };
}
