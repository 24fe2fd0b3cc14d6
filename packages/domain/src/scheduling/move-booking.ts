import { BookingMoved } from '@servicepro/contracts/messages';
import type { Booking } from '@servicepro/contracts/rest/scheduling';
import { recordAudit, type TenantDb } from '@servicepro/db';
import { enqueue } from '@servicepro/db/outbox';
import { findResources } from '../catalog/index.ts';
import { findBusinessTime } from '../tenants/index.ts';
import { findLastMove, type RecordedMove, updatePlace } from './booking-changes.repository.ts';
import {
  type BookingRow,
  deleteExpiredHolds,
  findBookingRow,
  findIsMobile,
  lockBookingRow,
  lockResource,
} from './bookings.repository.ts';
import { requireStart } from './check-start.ts';
import { readBooking } from './read-booking.ts';
import { schedulingErrors } from './scheduling.errors.ts';
import { slotTaken } from './slot-taken.ts';

export interface MoveBookingInput {
  readonly bookingId: string;
  readonly startsAt: Temporal.Instant;
  /** Absent: who has it now. */
  readonly resourceId?: string | undefined;
  /** The version that was seen; absent: whatever it is. */
  readonly version?: number | undefined;
  readonly isByStaff: boolean;
  /** Staff only: outside the hours on purpose. */
  readonly isOutsideHours?: boolean | undefined;
  readonly now: Temporal.Instant;
}

export interface MovedBooking {
  readonly booking: Booking;
  /** Where it was: moving it back there is allowed even if that time has passed meanwhile. */
  readonly from: { readonly resourceId: string; readonly startsAt: string };
}

/**
 * Moves a booking; its length stays. Throws `scheduling.slot-taken` (409, with alternatives; the transaction stays
 * usable), `scheduling.changed-meanwhile` (409), `scheduling.not-movable` (409), `scheduling.unknown-booking` (404), 400
 * in words for a time that cannot be. Sends `scheduling.booking-moved.v1`.
 */
export async function moveBooking(db: TenantDb, input: MoveBookingInput): Promise<MovedBooking> {
  const seen = await findBookingRow(db, input.bookingId);
  if (!seen || seen.status === 'held') throw schedulingErrors.unknownBooking();
  const resourceId = input.resourceId ?? seen.resourceId;
  await lockInOrder(db, [seen.resourceId, resourceId]);
  const booking = await lockBookingRow(db, input.bookingId);
  requireMovable(booking, seen, input);
  const business = await findBusinessTime(db);
  if (!isWayBack(await findLastMove(db, seen.id), { ...input, resourceId, version: seen.version })) {
    const durationMinutes = minutesBetween(seen.startsAt, seen.endsAt);
    requireStart({ ...input, business, durationMinutes, isOutsideHours: input.isOutsideHours ?? false });
  }
  const place = placeAt(seen, input.startsAt, resourceId);
  await deleteExpiredHolds(db, {
    resourceId,
    startsAt: place.startsAt,
    endsAt: place.occupiedUntil,
    now: input.now,
  });
  if (!(await updatePlace(db, seen.id, place, input.now))) {
    const work = { ...lengthOf(seen), isMobile: await findIsMobile(db, seen.serviceId) };
    throw await slotTaken(db, { business, work, startsAt: input.startsAt, now: input.now });
  }
  const from = { resourceId: seen.resourceId, startsAt: seen.startsAt.toString() };
  await recordAudit(db, {
    action: 'scheduling.move-booking',
    subjectKind: 'booking',
    subjectId: seen.id,
    detail: { from, to: { resourceId, startsAt: input.startsAt.toString() }, version: seen.version + 1 },
  });
  await enqueue(db, BookingMoved, { bookingId: seen.id });
  return { booking: await readBooking(db, seen.id), from };
}

/** Takes back the last move, if nothing has changed since. Throws `scheduling.nothing-to-undo` and moveBooking's errors. */
export async function undoMove(
  db: TenantDb,
  input: { bookingId: string; version?: number | undefined; isByStaff: boolean; now: Temporal.Instant },
): Promise<MovedBooking> {
  const seen = await findBookingRow(db, input.bookingId);
  if (!seen || seen.status === 'held') throw schedulingErrors.unknownBooking();
  const last = await findLastMove(db, input.bookingId);
  if (!last || last.version !== seen.version) throw schedulingErrors.nothingToUndo();
  return moveBooking(db, {
    ...input,
    startsAt: Temporal.Instant.from(last.from.startsAt),
    resourceId: last.from.resourceId,
    version: input.version ?? seen.version,
  });
}

/** Resources are locked in their own order by everybody, so that two moves that swap places do not wait for each other. */
async function lockInOrder(db: TenantDb, ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  const inOrder = (await findResources(db)).filter((resource) => wanted.has(resource.id));
  if (inOrder.length !== wanted.size) throw schedulingErrors.unknownResource();
  for (const resource of inOrder) await lockResource(db, resource.id);
}

function requireMovable(booking: BookingRow | null, seen: BookingRow, input: MoveBookingInput): void {
  if (!booking) throw schedulingErrors.unknownBooking();
  if (booking.version !== (input.version ?? seen.version) || booking.version !== seen.version) {
    throw schedulingErrors.changedMeanwhile();
  }
  if (booking.status !== 'booked' && booking.status !== 'confirmed') throw schedulingErrors.notMovable();
}

function isWayBack(
  last: RecordedMove | null,
  move: { resourceId: string; startsAt: Temporal.Instant; version: number },
): boolean {
  return (
    last !== null &&
    last.version === move.version &&
    last.from.resourceId === move.resourceId &&
    Temporal.Instant.from(last.from.startsAt).equals(move.startsAt)
  );
}

function placeAt(booking: BookingRow, startsAt: Temporal.Instant, resourceId: string) {
  const { durationMinutes, bufferMinutes } = lengthOf(booking);
  const endsAt = startsAt.add({ minutes: durationMinutes });
  return { resourceId, startsAt, endsAt, occupiedUntil: endsAt.add({ minutes: bufferMinutes }) };
}

function lengthOf(booking: BookingRow) {
  return {
    durationMinutes: minutesBetween(booking.startsAt, booking.endsAt),
    bufferMinutes: minutesBetween(booking.endsAt, booking.occupiedUntil),
  };
}

function minutesBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.round((to.epochMilliseconds - from.epochMilliseconds) / 60_000);
}
