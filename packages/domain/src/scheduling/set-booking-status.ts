import type { Booking } from '@servicepro/contracts/rest/scheduling';
import { recordAudit, type TenantDb } from '@servicepro/db';
import { updateStatus } from './booking-changes.repository.ts';
import { maySet, type SettableStatus, timesOf } from './booking-status.rules.ts';
import { deleteExpiredHolds, findBookingRow, lockBookingRow, lockResource } from './bookings.repository.ts';
import { readBooking } from './read-booking.ts';
import { schedulingErrors } from './scheduling.errors.ts';

export interface SetBookingStatusInput {
  readonly bookingId: string;
  readonly status: SettableStatus;
  readonly version?: number | undefined;
  readonly now: Temporal.Instant;
}

/**
 * Marks where a job stands. Setting what it is already changes nothing. Throws `scheduling.unknown-booking` (404),
 * `scheduling.changed-meanwhile`, `scheduling.status-not-allowed`, and `scheduling.slot-taken` when a no-show comes back
 * to a range that was given away (all 409).
 */
export async function setBookingStatus(db: TenantDb, input: SetBookingStatusInput): Promise<Booking> {
  const seen = await findBookingRow(db, input.bookingId);
  if (!seen || seen.status === 'held') throw schedulingErrors.unknownBooking();
  await lockResource(db, seen.resourceId);
  const booking = await lockBookingRow(db, input.bookingId);
  if (!booking) throw schedulingErrors.unknownBooking();
  if (booking.status === input.status) return readBooking(db, booking.id);
  if (booking.version !== (input.version ?? booking.version) || booking.resourceId !== seen.resourceId) {
    throw schedulingErrors.changedMeanwhile();
  }
  if (!maySet(booking.status, input.status)) throw schedulingErrors.statusNotAllowed();
  const range = { resourceId: booking.resourceId, startsAt: booking.startsAt, endsAt: booking.occupiedUntil };
  await deleteExpiredHolds(db, { ...range, now: input.now });
  const change = { status: input.status, ...timesOf(booking.status, input.status, input.now) };
  if (!(await updateStatus(db, booking.id, change, input.now)))
    throw schedulingErrors.slotTaken({ extensions: { alternatives: [] } });
  await recordAudit(db, {
    action: 'scheduling.set-status',
    subjectKind: 'booking',
    subjectId: booking.id,
    detail: { before: booking.status, after: input.status },
  });
  return readBooking(db, booking.id);
}
