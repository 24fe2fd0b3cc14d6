import type { Booking } from '@servicepro/contracts/rest/scheduling';
import type { TenantDb } from '@servicepro/db';
import { findBooking, findUpcomingOfCustomer } from './booking-reads.repository.ts';
import { schedulingErrors } from './scheduling.errors.ts';

/** One booking. Throws `scheduling.unknown-booking` (404). */
export async function readBooking(db: TenantDb, bookingId: string): Promise<Booking> {
  const booking = await findBooking(db, bookingId);
  if (!booking) throw schedulingErrors.unknownBooking();
  return booking;
}

/** What a customer has ahead, soonest first; at most 50. */
export async function listUpcomingBookings(
  db: TenantDb,
  input: { customerId: string; now: Temporal.Instant },
): Promise<Booking[]> {
  return findUpcomingOfCustomer(db, input.customerId, input.now);
}
