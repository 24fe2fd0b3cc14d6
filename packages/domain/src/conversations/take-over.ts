import { recordAudit, type TenantDb } from '@servicepro/db';
import { conversationErrors } from './conversations.errors.ts';
import { ownershipMinutes } from './ownership.rules.ts';

/** A person takes the thread: the AI is silent until they hand it back, or 30 minutes after their last message. */
export async function takeOver(
  db: TenantDb,
  input: { conversationId: string; userId: string; now: Temporal.Instant },
): Promise<void> {
  await own(db, input);
  await recordAudit(db, {
    action: 'conversations.take-over',
    subjectKind: 'conversation',
    subjectId: input.conversationId,
  });
}

/** Sets a person as the owner from now on. A hand-off that waited for a person has found one. */
export async function own(
  db: TenantDb,
  input: { conversationId: string; userId: string; now: Temporal.Instant },
): Promise<void> {
  const changed = await db
    .updateTable('conversations')
    .set({
      owner: 'person',
      owned_by: input.userId,
      owned_until: input.now.add({ minutes: ownershipMinutes }),
      waiting_since: null,
      waiting_reason: null,
    })
    .where('id', '=', input.conversationId)
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw conversationErrors.notFound();
}

/** The AI answers again, from the next text on. */
export async function handBack(db: TenantDb, conversationId: string): Promise<void> {
  const changed = await db
    .updateTable('conversations')
    .set({ owner: 'ai', owned_by: null, owned_until: null, waiting_since: null, waiting_reason: null })
    .where('id', '=', conversationId)
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw conversationErrors.notFound();
  await recordAudit(db, {
    action: 'conversations.hand-back',
    subjectKind: 'conversation',
    subjectId: conversationId,
  });
}

/** The thread waits for a person from now on: the AI is silent until then. Waiting already, it keeps its first reason. */
export async function waitForPerson(
  db: TenantDb,
  input: { conversationId: string; reason: string; now: Temporal.Instant },
): Promise<void> {
  const changed = await db
    .updateTable('conversations')
    .set({ waiting_since: input.now, waiting_reason: input.reason })
    .where('id', '=', input.conversationId)
    .where('waiting_since', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!changed) return;
  await recordAudit(db, {
    action: 'conversations.wait-for-person',
    subjectKind: 'conversation',
    subjectId: input.conversationId,
    detail: { reason: input.reason },
  });
}
