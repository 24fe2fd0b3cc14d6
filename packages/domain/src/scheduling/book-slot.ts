import type { Booking } from '@servicepro/contracts/rest/scheduling';
import type { TenantDb } from '@servicepro/db';
import { quoteWork } from '../catalog/index.ts';
import { findBusinessTime } from '../tenants/index.ts';
import { type BookingFor, bookingKey, confirmHold } from './book-held-slot.ts';
import { findByIdempotencyKey, lockKey } from './bookings.repository.ts';
import { claimChecked, type HoldSlotInput } from './hold-slot.ts';
import { readBooking } from './read-booking.ts';
import { schedulingErrors } from './scheduling.errors.ts';

export interface BookInput extends HoldSlotInput, BookingFor {
  /** Staff only: outside the hours, or in time off, on purpose. */
  readonly isOutsideHours?: boolean | undefined;
}

/**
 * Books directly, without a hold before: claims the range and confirms it in the caller's transaction. Errors, and the
 * usable transaction after `scheduling.slot-taken`, as of holdSlot. Idempotent by key. Sends `scheduling.booking-made.v1`.
 */
export async function book(db: TenantDb, input: BookInput): Promise<Booking> {
  const key = bookingKey(input.idempotencyKey);
  if (key !== null) {
    await lockKey(db, key);
    const known = await findByIdempotencyKey(db, key);
    if (known) {
      if (known.serviceId !== input.serviceId || known.customerId !== input.customerId)
        throw schedulingErrors.keyReused();
      return readBooking(db, known.id);
    }
  }
  const business = await findBusinessTime(db);
  const work = await quoteWork(db, input);
  const isOutsideHours = input.isOutsideHours ?? false;
  const holdId = await claimChecked(db, { ...input, business, work, isOutsideHours, idempotencyKey: null });
  return confirmHold(db, { ...input, holdId, key });
}
