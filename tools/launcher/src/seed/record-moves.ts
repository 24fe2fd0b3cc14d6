import { recordAudit } from '@servicepro/db';
import { plannedAt } from './demo-day.rules.ts';
import type { SeededBooking } from './write-bookings.ts';
import { must, type WriteScope } from './write-scope.ts';

/** The audit rows of moves that threads tell of: from them the calendar knows how to take a move back. */
export async function recordMoves(
  scope: WriteScope,
  bookings: ReadonlyMap<string, SeededBooking>,
): Promise<void> {
  const actions = scope.business.threads.flatMap(({ messages }) =>
    messages.flatMap((message) => message.actions ?? []),
  );
  for (const { booking: ref, movedFrom } of actions) {
    if (!movedFrom) continue;
    const { id, resourceId, seed, startsAt } = must(bookings.get(ref ?? ''), `booking ${ref}`);
    const before = plannedAt(scope.time, { day: seed.day, at: movedFrom });
    const version = 2;
    await scope.db.updateTable('bookings').set({ version }).where('id', '=', id).execute();
    await recordAudit(scope.db, {
      action: 'scheduling.move-booking',
      subjectKind: 'booking',
      subjectId: id,
      detail: {
        from: { resourceId, startsAt: before.toString() },
        to: { resourceId, startsAt: startsAt.toString() },
        version,
      },
    });
  }
}
