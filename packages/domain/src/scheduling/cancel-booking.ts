import { BookingCancelled } from '@servicepro/contracts/messages';
import type { Booking } from '@servicepro/contracts/rest/scheduling';
import { recordAudit, type TenantDb } from '@servicepro/db';
import { enqueue } from '@servicepro/db/outbox';
import { updateToCancelled } from './booking-changes.repository.ts';
import { lockBookingRow } from './bookings.repository.ts';
import { readBooking } from './read-booking.ts';
import { schedulingErrors } from './scheduling.errors.ts';

/**
 * Cancels a booking; its slot is free from then on. Cancelling twice is the same as once. Throws
 * `scheduling.unknown-booking` (404), `scheduling.changed-meanwhile` and, for work that is done, `scheduling.status-not-allowed` (409).
 */
export async function cancelBooking(
  db: TenantDb,
  input: {
    bookingId: string;
    reason?: string | undefined;
    version?: number | undefined;
    now: Temporal.Instant;
  },
): Promise<Booking> {
  const booking = await lockBookingRow(db, input.bookingId);
  if (!booking || booking.status === 'held') throw schedulingErrors.unknownBooking();
  if (booking.status === 'cancelled') return readBooking(db, booking.id);
  if (input.version !== undefined && input.version !== booking.version)
    throw schedulingErrors.changedMeanwhile();
  if (booking.status === 'done' || booking.status === 'no_show') throw schedulingErrors.statusNotAllowed();
  await updateToCancelled(db, booking.id, input.reason ?? '', input.now);
  await recordAudit(db, {
    action: 'scheduling.cancel-booking',
    subjectKind: 'booking',
    subjectId: booking.id,
    detail: { before: booking.status },
  });
  await enqueue(db, BookingCancelled, { bookingId: booking.id });
  return readBooking(db, booking.id);
}
