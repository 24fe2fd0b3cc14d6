import { recordAudit, type TenantDb } from '@servicepro/db';
import { z } from 'zod';
import { cancelBooking, undoMove } from '../scheduling/index.ts';
import { receptionistErrors } from './receptionist.errors.ts';

/** How an action is taken back, as the executor wrote it beside the action. */
export const Inverse = z.discriminatedUnion('name', [
  z.object({ name: z.literal('cancel_booking'), bookingId: z.uuid() }),
  z.object({ name: z.literal('undo_move'), bookingId: z.uuid() }),
]);
export type Inverse = z.infer<typeof Inverse>;

/** Until when an action may be taken back. */
const undoHours = 24;

/**
 * Takes back what the receptionist did, by the inverse it wrote down. Undoing twice is the same as once. Throws
 * `receptionist.action-not-found` (404), `receptionist.action-not-undoable` (409), and scheduling's errors.
 */
export async function undoAction(
  db: TenantDb,
  input: { actionId: string; now: Temporal.Instant },
): Promise<{ conversationId: string; bookingId: string | null }> {
  const action = await db
    .selectFrom('actions')
    .select(['id', 'conversation_id', 'booking_id', 'inverse', 'undone_at', 'at'])
    .where('id', '=', input.actionId)
    .forUpdate()
    .executeTakeFirst();
  if (!action) throw receptionistErrors.actionNotFound();
  const answer = { conversationId: action.conversation_id, bookingId: action.booking_id };
  if (action.undone_at) return answer;
  const inverse = Inverse.safeParse(action.inverse);
  const isLate = Temporal.Instant.compare(action.at.add({ hours: undoHours }), input.now) < 0;
  if (!inverse.success || isLate) throw receptionistErrors.actionNotUndoable();
  const { name, bookingId } = inverse.data;
  if (name === 'undo_move') await undoMove(db, { bookingId, isByStaff: true, now: input.now });
  else await cancelBooking(db, { bookingId, reason: 'Undone by a person', now: input.now });
  await db.updateTable('actions').set({ undone_at: input.now }).where('id', '=', action.id).execute();
  await recordAudit(db, {
    action: 'receptionist.undo-action',
    subjectKind: 'action',
    subjectId: action.id,
    detail: { inverse: inverse.data },
  });
  return answer;
}
