import { SendMessage } from '@servicepro/contracts/messages';
import { recordAudit, type TenantDb } from '@servicepro/db';
import { enqueue } from '@servicepro/db/outbox';
import { conversationErrors } from './conversations.errors.ts';
import { insertOutbound, touchConversation } from './outbound-messages.repository.ts';
import { own } from './take-over.ts';

export interface ReplyInput {
  conversationId: string;
  userId: string;
  body: string;
  now: Temporal.Instant;
}

/** A person answers: the text is queued, and the thread is theirs for 30 minutes from now. 409 to someone opted out. */
export async function replyAsPerson(db: TenantDb, input: ReplyInput): Promise<{ messageId: string }> {
  const thread = await db
    .selectFrom('conversations as c')
    .innerJoin('contact_points as p', 'p.id', 'c.contact_point_id')
    .select(['c.tenant_number', 'p.value as phone', 'p.opted_out_at'])
    .where('c.id', '=', input.conversationId)
    .executeTakeFirst();
  if (!thread) throw conversationErrors.notFound();
  if (thread.opted_out_at) throw conversationErrors.optedOut();
  await own(db, input);
  const messageId = await insertOutbound(db, {
    conversationId: input.conversationId,
    author: { kind: 'person', userId: input.userId },
    purpose: 'reply',
    body: input.body,
    from: thread.tenant_number,
    to: thread.phone,
  });
  await touchConversation(db, input.conversationId);
  await enqueue(db, SendMessage, { messageId });
  await recordAudit(db, { action: 'conversations.reply', subjectKind: 'message', subjectId: messageId });
  return { messageId };
}
