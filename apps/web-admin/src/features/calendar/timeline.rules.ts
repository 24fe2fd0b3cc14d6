import type { Booking, CalendarDay } from '@servicepro/contracts/rest/scheduling';
import { instantAt, minutesFromMidnight } from '../../ui/time/zoned-time.ts';
import type { TimeScale } from '../bookings/time-scale.rules.ts';

/** Jobs move in steps of a quarter of an hour. */
export const SNAP_MINUTES = 15;

const MINUTE_MS = 60_000;

export type Place = { resourceId: string; startMinutes: number };

type Span = { startsMs: number; endsMs: number };

export type Conflict =
  | { kind: 'overlap'; booking: Booking; minutes: number; from: number; to: number }
  | { kind: 'buffer'; booking: Booking; minutes: number; from: number; to: number }
  | { kind: 'time-off'; reason: string; from: number; to: number };

export type Fit = { startMinutes: number; endMinutes: number; spareMinutes: number };

/** Only what is booked and has not begun can move; a held slot is a customer's, in the middle of choosing. */
export function canMove(booking: Pick<Booking, 'status'>): boolean {
  return booking.status === 'booked' || booking.status === 'confirmed';
}

export function placeOf(booking: Booking, scale: TimeScale): Place {
  return {
    resourceId: booking.resource.id,
    startMinutes: minutesFromMidnight(booking.startsAt, scale.day, scale.timeZone),
  };
}

/** A place on the axis: whole steps, and never off either end. */
export function snapped(scale: TimeScale, minutes: number, durationMinutes: number): number {
  const latest = Math.max(scale.startMinutes, scale.endMinutes - durationMinutes);
  const step = Math.round(minutes / SNAP_MINUTES) * SNAP_MINUTES;
  return Math.min(latest, Math.max(scale.startMinutes, step));
}

export function durationMinutesOf(booking: Pick<Booking, 'startsAt' | 'endsAt'>): number {
  return (Date.parse(booking.endsAt) - Date.parse(booking.startsAt)) / MINUTE_MS;
}

/** A booking as it would stand at a place; its length and the time after it stay as they are. */
export function movedTo(booking: Booking, place: Place, day: CalendarDay): Booking {
  const startsMs = instantAt(day.day, place.startMinutes, day.timeZone).getTime();
  const shift = startsMs - Date.parse(booking.startsAt);
  const moved = (instant: string) => new Date(Date.parse(instant) + shift).toISOString();
  const resource = day.resources.find((one) => one.id === place.resourceId);
  return {
    ...booking,
    resource: resource ? { id: resource.id, name: resource.name } : booking.resource,
    startsAt: new Date(startsMs).toISOString(),
    endsAt: moved(booking.endsAt),
    occupiedUntil: moved(booking.occupiedUntil),
  };
}

/** What stands in the way at a place, the longest first; parts are wall minutes of the day. */
export function conflictsAt(booking: Booking, place: Place, day: CalendarDay): Conflict[] {
  const moved = movedTo(booking, place, day);
  const wanted = occupied(moved);
  const work = spanOf(moved.startsAt, moved.endsAt);
  const part = (one: Span, other: Span) => ({
    minutes: overlapMs(one, other) / MINUTE_MS,
    from: wallMinutes(Math.max(one.startsMs, other.startsMs), day),
    to: wallMinutes(Math.min(one.endsMs, other.endsMs), day),
  });
  const conflicts: Conflict[] = [];
  for (const other of neighboursOf(booking, place.resourceId, day)) {
    const otherWork = spanOf(other.startsAt, other.endsAt);
    if (overlapMs(work, otherWork) > 0)
      conflicts.push({ kind: 'overlap', booking: other, ...part(work, otherWork) });
    else if (overlapMs(wanted, occupied(other)) > 0)
      conflicts.push({ kind: 'buffer', booking: other, ...part(wanted, occupied(other)) });
  }
  const resource = day.resources.find((one) => one.id === place.resourceId);
  for (const off of resource?.timeOff ?? []) {
    const span = spanOf(off.startsAt, off.endsAt);
    if (overlapMs(work, span) > 0)
      conflicts.push({ kind: 'time-off', reason: off.reason, ...part(work, span) });
  }
  return conflicts.sort((one, other) => other.to - other.from - (one.to - one.from));
}

/** The first step from a place on, else the nearest before it, where the booking stands in nobody's way. */
export function firstFit(
  booking: Booking,
  place: Place,
  day: CalendarDay,
  scale: TimeScale,
  now: Date,
): Fit | null {
  const duration = durationMinutesOf(booking);
  const earliest = Math.max(scale.startMinutes, minutesFromMidnight(now, day.day, day.timeZone));
  const latest = scale.endMinutes - duration;
  const first = Math.ceil(scale.startMinutes / SNAP_MINUTES) * SNAP_MINUTES;
  const starts: number[] = [];
  for (let minutes = first; minutes <= latest; minutes += SNAP_MINUTES)
    if (minutes >= earliest) starts.push(minutes);
  const after = starts.filter((minutes) => minutes >= place.startMinutes);
  const before = starts.filter((minutes) => minutes < place.startMinutes).reverse();
  const start = [...after, ...before].find(
    (startMinutes) => conflictsAt(booking, { ...place, startMinutes }, day).length === 0,
  );
  if (start === undefined) return null;
  return {
    startMinutes: start,
    endMinutes: start + duration,
    spareMinutes: spareAfter(booking, { ...place, startMinutes: start }, day, scale),
  };
}

/** Minutes between a booking at a place, the time after it included, and what comes next in that row. */
function spareAfter(booking: Booking, place: Place, day: CalendarDay, scale: TimeScale): number {
  const end = occupied(movedTo(booking, place, day)).endsMs;
  const starts = neighboursOf(booking, place.resourceId, day)
    .map((other) => Date.parse(other.startsAt))
    .filter((startsMs) => startsMs >= end);
  const closing = instantAt(day.day, scale.endMinutes, day.timeZone).getTime();
  return Math.max(0, (Math.min(closing, ...starts) - end) / MINUTE_MS);
}

function neighboursOf(booking: Booking, resourceId: string, day: CalendarDay): Booking[] {
  return day.bookings.filter(
    (other) =>
      other.id !== booking.id &&
      other.resource.id === resourceId &&
      other.status !== 'cancelled' &&
      other.status !== 'no_show',
  );
}

function occupied(booking: Booking): Span {
  return spanOf(booking.startsAt, booking.occupiedUntil);
}

function spanOf(startsAt: string, endsAt: string): Span {
  return { startsMs: Date.parse(startsAt), endsMs: Date.parse(endsAt) };
}

function overlapMs(one: Span, other: Span): number {
  return Math.min(one.endsMs, other.endsMs) - Math.max(one.startsMs, other.startsMs);
}

function wallMinutes(epochMs: number, day: CalendarDay): number {
  return minutesFromMidnight(new Date(epochMs), day.day, day.timeZone);
}
