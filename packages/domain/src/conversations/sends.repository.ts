import type { TenantDb } from '@servicepro/db';
import { sql } from 'kysely';

/** Ends an outbound message that did not leave, where it has not ended yet. */
export async function updateToEnded(
  db: TenantDb,
  messageId: string,
  end: { status: 'failed'; reason: string; errorCode?: string | null },
): Promise<void> {
  await db
    .updateTable('messages')
    .set({ status: end.status, status_reason: end.reason, error_code: end.errorCode ?? null })
    .where('id', '=', messageId)
    .where('status', 'in', ['queued', 'sending'])
    .execute();
}

/** What was claimed may have left: unknown. What was not has failed. */
export async function updateToGivenUp(db: TenantDb, messageId: string, reason: string): Promise<void> {
  await db
    .updateTable('messages')
    .set({ status: sql`case status when 'sending' then 'unknown' else 'failed' end`, status_reason: reason })
    .where('id', '=', messageId)
    .where('status', 'in', ['queued', 'sending'])
    .execute();
}

/** Gives a claim back. */
export async function updateToQueued(db: TenantDb, messageId: string): Promise<void> {
  await db
    .updateTable('messages')
    .set({ status: 'queued', claimed_at: null })
    .where('id', '=', messageId)
    .where('status', '=', 'sending')
    .execute();
}

/** The carrier's ids of a thread's last day: none of these is the message whose outcome is in doubt. */
export async function listKnownIds(db: TenantDb, conversationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select provider_message_id as id from messages
    where conversation_id = ${conversationId}::uuid and direction = 'out' and provider_message_id is not null
      and created_at > clock_timestamp() - interval '1 day'
    order by created_at desc limit 200`.execute(db);
  return rows.map((row) => row.id);
}

/** Takes the reports that came before the provider's id was known. */
export async function takeParked(db: TenantDb, providerMessageId: string) {
  return db
    .deleteFrom('parked_statuses')
    .where('provider_message_id', '=', providerMessageId)
    .returning(['status', 'error_code'])
    .execute();
}

/** Runs the SQL function that ranks states, inside the caller's transaction. */
export async function applyTextStatus(db: TenantDb, input: Record<string, unknown>): Promise<void> {
  await sql`select tenant_apply_text_status(${db.context.tenantId}::uuid, ${JSON.stringify(input)}::jsonb)`.execute(
    db,
  );
}

/** Opts the recipient of a message out, as the carrier says they are; keeps the words of the ledger. */
export async function optOutRecipient(db: TenantDb, messageId: string): Promise<void> {
  const contact = await db
    .updateTable('contact_points')
    .set({
      opted_out_at: sql`coalesce(opted_out_at, clock_timestamp())`,
      opted_out_by: sql`coalesce(opted_out_by, 'carrier')`,
    })
    .where('id', '=', (query) =>
      query
        .selectFrom('messages as m')
        .innerJoin('conversations as c', 'c.id', 'm.conversation_id')
        .select('c.contact_point_id')
        .where('m.id', '=', messageId),
    )
    .returning('id')
    .executeTakeFirst();
  if (!contact) return;
  await db
    .insertInto('consents')
    .values({
      contact_point_id: contact.id,
      purpose: 'service',
      is_given: false,
      source: 'carrier',
      words: '21610',
    })
    .execute();
}
