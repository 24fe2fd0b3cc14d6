import { SendMessage } from '@servicepro/contracts/messages';
import { recordAudit, type TenantDb } from '@servicepro/db';
import { enqueue } from '@servicepro/db/outbox';
import { conversationErrors } from './conversations.errors.ts';
import { findByIdempotencyKey, insertOutbound, touchConversation } from './outbound-messages.repository.ts';
import { own } from './take-over.ts';

export interface ReplyInput {
  conversationId: string;
  userId: string;
  body: string;
  /** The same key again answers the same message. */
  idempotencyKey?: string | undefined;
  now: Temporal.Instant;
}

/**
 * A person answers: the text is queued, and the thread is theirs for 30 minutes from now. 409 to someone opted out, and for
 * a key that another thread used. Idempotent by key.
 */
export async function replyAsPerson(db: TenantDb, input: ReplyInput): Promise<{ messageId: string }> {
  const thread = await db
    .selectFrom('conversations as c')
    .innerJoin('contact_points as p', 'p.id', 'c.contact_point_id')
    .select(['c.tenant_number', 'p.value as phone', 'p.opted_out_at'])
    .where('c.id', '=', input.conversationId)
    .executeTakeFirst();
  if (!thread) throw conversationErrors.notFound();
  if (thread.opted_out_at) throw conversationErrors.optedOut();
  // Locks the thread: the same reply sent twice at once comes one after the other.
  await own(db, input);
  const known = input.idempotencyKey ? await findByIdempotencyKey(db, input.idempotencyKey) : null;
  if (known && known.conversationId !== input.conversationId) throw conversationErrors.keyReused();
  if (known) return { messageId: known.id };
  const messageId = await insertOutbound(db, {
    conversationId: input.conversationId,
    author: { kind: 'person', userId: input.userId },
    purpose: 'reply',
    body: input.body,
    from: thread.tenant_number,
    to: thread.phone,
    idempotencyKey: input.idempotencyKey,
  });
  await touchConversation(db, input.conversationId);
  await enqueue(db, SendMessage, { messageId });
  await recordAudit(db, { action: 'conversations.reply', subjectKind: 'message', subjectId: messageId });
  return { messageId };
}
