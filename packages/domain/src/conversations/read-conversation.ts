import type { ConversationDetail } from '@servicepro/contracts/rest/conversations';
import type { TenantDb } from '@servicepro/db';
import { conversationErrors } from './conversations.errors.ts';
import { decodeCursor, encodeCursor } from './cursor.rules.ts';
import { readCustomerCard } from './customer-card.repository.ts';
import { toOwnership } from './list-conversations.ts';
import { listMessages, toMessageEntry } from './messages.repository.ts';

const pageSize = 60;

export interface ReadConversationInput {
  conversationId: string;
  before?: string | undefined;
  userId: string;
  now: Temporal.Instant;
}

/** A thread with its newest messages (or those before a cursor), their facts and actions, and whose it is. Marks it read. */
export async function readConversation(
  db: TenantDb,
  input: ReadConversationInput,
): Promise<ConversationDetail> {
  const thread = await findThread(db, input.conversationId);
  const position = decodeCursor(input.before);
  const newestFirst = await listMessages(db, {
    conversationId: thread.id,
    before: position,
    limit: pageSize + 1,
  });
  const page = newestFirst.slice(0, pageSize);
  const oldest = newestFirst.length > pageSize ? page.at(-1) : undefined;
  return {
    id: thread.id,
    ownership: toOwnership(thread, thread.owner_name, input),
    isOptedOut: thread.opted_out_at !== null,
    messages: page.reverse().map((row) => toMessageEntry(row, input.now)),
    olderCursor: oldest ? encodeCursor({ at: oldest.created_at, id: oldest.id }) : null,
    customer: await readCustomerCard(db, { contactPointId: thread.contact_point_id, now: input.now }),
  };
}

/** Remembers that a person has seen the thread as it is now. */
export async function markRead(db: TenantDb, conversationId: string): Promise<void> {
  const thread = await db
    .updateTable('conversations')
    .set((query) => ({ last_read_at: query.ref('last_message_at') }))
    .where('id', '=', conversationId)
    .returning('id')
    .executeTakeFirst();
  if (!thread) throw conversationErrors.notFound();
}

async function findThread(db: TenantDb, conversationId: string) {
  const thread = await db
    .selectFrom('conversations as c')
    .innerJoin('contact_points as p', 'p.id', 'c.contact_point_id')
    .leftJoin('memberships as u', 'u.user_id', 'c.owned_by')
    .select([
      'c.id',
      'c.contact_point_id',
      'c.owner',
      'c.owned_by',
      'c.owned_until',
      'c.waiting_since',
      'c.waiting_reason',
    ])
    .select(['p.opted_out_at', 'u.display_name as owner_name'])
    .where('c.id', '=', conversationId)
    .executeTakeFirst();
  if (!thread) throw conversationErrors.notFound();
  return thread;
}
