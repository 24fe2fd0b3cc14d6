import { SendMessage } from '@servicepro/contracts/messages';
import { recordAudit, type TenantDb } from '@servicepro/db';
import { enqueue } from '@servicepro/db/outbox';
import { sql } from 'kysely';
import { conversationErrors } from './conversations.errors.ts';
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
  const { id } = await db
    .insertInto('messages')
    .values({
      conversation_id: input.conversationId,
      direction: 'out',
      author: 'person',
      author_user_id: input.userId,
      purpose: 'reply',
      body: input.body,
      from_address: thread.tenant_number,
      to_address: thread.phone,
      status: 'queued',
      created_at: sql`clock_timestamp()`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .updateTable('conversations')
    .set({ last_message_at: sql`clock_timestamp()` })
    .where('id', '=', input.conversationId)
    .execute();
  await enqueue(db, SendMessage, { messageId: id });
  await recordAudit(db, { action: 'conversations.reply', subjectKind: 'message', subjectId: id });
  return { messageId: id };
}
