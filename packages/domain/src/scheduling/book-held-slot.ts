import { BookingMade } from '@servicepro/contracts/messages';
import type { Booking } from '@servicepro/contracts/rest/scheduling';
import { recordAudit, type TenantDb } from '@servicepro/db';
import { enqueue } from '@servicepro/db/outbox';
import { updateHoldToBooked } from './booking-changes.repository.ts';
import {
  type BookingRow,
  findBookingRow,
  findByIdempotencyKey,
  lockKey,
  lockResource,
} from './bookings.repository.ts';
import { readBooking } from './read-booking.ts';
import { schedulingErrors } from './scheduling.errors.ts';

/** For whom and where the work is done. */
export interface BookingFor {
  readonly customerId: string;
  readonly assetId?: string | undefined;
  readonly assetName?: string | undefined;
  readonly address?: string | undefined;
  /** Short, for a card: a district, "Shop bay". */
  readonly place?: string | undefined;
  readonly notes?: string | undefined;
}

export interface BookHeldSlotInput extends BookingFor {
  readonly holdId: string;
  /** The same key again answers the same booking. */
  readonly idempotencyKey?: string | undefined;
  readonly now: Temporal.Instant;
}

/**
 * Turns a hold into a booking, also an expired one whose slot nobody took. Idempotent by key, and by hold and customer.
 * Throws `scheduling.unknown-hold` (404) when the hold is gone, `scheduling.time-past` (400). Sends `scheduling.booking-made.v1`.
 */
export async function bookHeldSlot(db: TenantDb, input: BookHeldSlotInput): Promise<Booking> {
  return (await bookHeldSlotOnce(db, input)).booking;
}

/** The same, and whether this call made the booking or an earlier one did: what belongs to it is written once. */
export async function bookHeldSlotOnce(
  db: TenantDb,
  input: BookHeldSlotInput,
): Promise<{ booking: Booking; isNew: boolean }> {
  const key = bookingKey(input.idempotencyKey);
  if (key !== null) {
    await lockKey(db, key);
    const known = await findByIdempotencyKey(db, key);
    if (known) return { booking: await readKnown(db, known, input), isNew: false };
  }
  const hold = await findBookingRow(db, input.holdId);
  if (!hold) throw schedulingErrors.unknownHold();
  if (hold.status !== 'held') return { booking: await readKnown(db, hold, input), isNew: false };
  if (Temporal.Instant.compare(hold.startsAt, input.now) <= 0) throw schedulingErrors.timePast();
  await lockResource(db, hold.resourceId);
  return { booking: await confirmHold(db, { ...input, key }), isNew: true };
}

/** The last step of every booking: number, customer, audit and message with the state they speak of. */
export async function confirmHold(
  db: TenantDb,
  input: BookingFor & { holdId: string; key: string | null; now: Temporal.Instant },
): Promise<Booking> {
  const isBooked = await updateHoldToBooked(db, input.holdId, {
    customerId: input.customerId,
    assetId: input.assetId ?? null,
    assetName: input.assetName ?? '',
    address: input.address ?? '',
    place: input.place ?? '',
    notes: input.notes ?? '',
    idempotencyKey: input.key,
    now: input.now,
  });
  if (!isBooked) throw schedulingErrors.unknownHold();
  await recordAudit(db, { action: 'scheduling.book', subjectKind: 'booking', subjectId: input.holdId });
  await enqueue(db, BookingMade, { bookingId: input.holdId });
  return readBooking(db, input.holdId);
}

/** Keys of holds and of bookings are apart: a client may use one for both. */
export function bookingKey(key: string | undefined): string | null {
  return key === undefined ? null : `book:${key}`;
}

async function readKnown(db: TenantDb, known: BookingRow, input: BookHeldSlotInput): Promise<Booking> {
  if (known.id !== input.holdId) throw schedulingErrors.keyReused();
  const isTheirs = known.customerId === input.customerId && known.status !== 'cancelled';
  if (!isTheirs) throw schedulingErrors.unknownHold();
  return readBooking(db, known.id);
}
