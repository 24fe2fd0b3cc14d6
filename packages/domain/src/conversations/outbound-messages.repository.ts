import type { TenantDb } from '@servicepro/db';
import { sql } from 'kysely';

export type OutboundPurpose = 'reply' | 'stop-confirmation' | 'start-confirmation' | 'help' | 'notice';

export interface OutboundMessage {
  conversationId: string;
  author: { kind: 'ai'; turnId: string; fence: number } | { kind: 'person'; userId: string };
  purpose: OutboundPurpose;
  body: string;
  from: string;
  to: string;
  /** Unique in the tenant; absent: each call is a message of its own. */
  idempotencyKey?: string | undefined;
}

/** Stores a message that waits to be sent. Answers its id. */
export async function insertOutbound(db: TenantDb, message: OutboundMessage): Promise<string> {
  const { author } = message;
  const { id } = await db
    .insertInto('messages')
    .values({
      conversation_id: message.conversationId,
      direction: 'out',
      author: author.kind,
      ...(author.kind === 'ai'
        ? { turn_id: author.turnId, fence: author.fence }
        : { author_user_id: author.userId }),
      purpose: message.purpose,
      body: message.body,
      from_address: message.from,
      to_address: message.to,
      status: 'queued',
      idempotency_key: message.idempotencyKey ?? null,
      created_at: sql`clock_timestamp()`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The message that was stored under a key, or null. */
export async function findByIdempotencyKey(
  db: TenantDb,
  key: string,
): Promise<{ id: string; conversationId: string } | null> {
  const row = await db
    .selectFrom('messages')
    .select(['id', 'conversation_id as conversationId'])
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row ?? null;
}

/** Moves a thread to the top of the list. */
export async function touchConversation(db: TenantDb, conversationId: string): Promise<void> {
  await db
    .updateTable('conversations')
    .set({ last_message_at: sql`clock_timestamp()` })
    .where('id', '=', conversationId)
    .execute();
}
