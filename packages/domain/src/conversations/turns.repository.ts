import type { TenantDb } from '@servicepro/db';
import { sql } from 'kysely';
import type { OwnershipColumns } from './ownership.rules.ts';

export interface ThreadRow extends OwnershipColumns {
  id: string;
  contact_point_id: string;
  customer_id: string | null;
  tenant_number: string;
  dialogue: unknown;
  phone: string;
  opted_out_at: Temporal.Instant | null;
  customer_name: string | null;
  language: string | null;
  has_reply: boolean;
  tenant_status: 'active' | 'suspended' | 'cancelled';
}

/** The thread with whose it is, in one round trip. */
export async function findConversation(db: TenantDb, conversationId: string): Promise<ThreadRow> {
  return db
    .selectFrom('conversations as c')
    .innerJoin('contact_points as p', 'p.id', 'c.contact_point_id')
    .innerJoin('tenants as t', 't.id', 'c.tenant_id')
    .leftJoin('customers as k', 'k.id', 'p.customer_id')
    .select([
      'c.id',
      'c.contact_point_id',
      'p.customer_id',
      'c.tenant_number',
      'c.dialogue',
      'c.owner',
      'c.owned_by',
      'c.owned_until',
      'c.waiting_since',
      'c.waiting_reason',
      'p.value as phone',
      'p.opted_out_at',
      'k.name as customer_name',
      'k.language',
      't.status as tenant_status',
      sql<boolean>`exists (select from messages m where m.conversation_id = c.id and m.direction = 'out')`.as(
        'has_reply',
      ),
    ])
    .where('c.id', '=', conversationId)
    .executeTakeFirstOrThrow();
}

/** The newest fifty texts without a turn, oldest first, and among them the one that is asked for, however old it is. */
export async function listUnanswered(db: TenantDb, conversationId: string, messageId: string) {
  const rows = await db
    .selectFrom('messages')
    .select(['id', 'body', 'control', 'created_at'])
    .where('conversation_id', '=', conversationId)
    .where('direction', '=', 'in')
    .where('turn_id', 'is', null)
    .orderBy(sql`id = ${messageId}::uuid`, 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  return rows
    .map(({ created_at, ...row }) => ({ ...row, createdAt: created_at }))
    .sort((a, b) => Temporal.Instant.compare(a.createdAt, b.createdAt) || (a.id < b.id ? -1 : 1));
}

/** Takes the conversation for one holder; answers the fencing number, or null while another holds it. */
export async function takeLease(
  db: TenantDb,
  input: { conversationId: string; holder: string; seconds: number },
): Promise<number | null> {
  const { rows } = await sql<{ fence: number }>`
    insert into conversation_leases (conversation_id, fence, holder, expires_at)
    values (${input.conversationId}::uuid, 1, ${input.holder}, now() + make_interval(secs => ${input.seconds}))
    on conflict (tenant_id, conversation_id) do update
      set fence = conversation_leases.fence + 1, holder = excluded.holder, expires_at = excluded.expires_at
      where conversation_leases.expires_at is null or conversation_leases.expires_at <= now()
        or conversation_leases.holder = excluded.holder
    returning fence`.execute(db);
  return rows[0]?.fence ?? null;
}

/** Gives a lease back that came to nothing. */
export async function releaseLease(db: TenantDb, conversationId: string, fence: number): Promise<void> {
  await db
    .updateTable('conversation_leases')
    .set({ holder: null, expires_at: null })
    .where('conversation_id', '=', conversationId)
    .where('fence', '=', fence)
    .execute();
}
