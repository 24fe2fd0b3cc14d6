import type { Booking } from '@servicepro/contracts/rest/scheduling';

export type JobState =
  | 'done'
  | 'inProgress'
  | 'next'
  | 'confirmed'
  | 'notConfirmed'
  | 'held'
  | 'noShow'
  | 'cancelled';

type Timed = Pick<Booking, 'status' | 'startsAt' | 'startedAt'>;

/** Less than this is not late to anybody. */
const LATE_AFTER_MINUTES = 5;

/** What a person sees of a booking's status; `next` is the one confirmed job that comes first. */
export function jobStateOf(booking: Pick<Booking, 'id' | 'status'>, nextId: string | null): JobState {
  switch (booking.status) {
    case 'done':
      return 'done';
    case 'in_progress':
      return 'inProgress';
    case 'confirmed':
      return booking.id === nextId ? 'next' : 'confirmed';
    case 'booked':
      return 'notConfirmed';
    case 'held':
      return 'held';
    case 'no_show':
      return 'noShow';
    case 'cancelled':
      return 'cancelled';
    default:
      return booking.status satisfies never;
  }
}

/** Whole minutes a job began late, or is late to begin; 0 when it is not late. */
export function lateMinutesOf(booking: Timed, now: Date): number {
  const planned = Date.parse(booking.startsAt);
  const isWaiting = booking.status === 'booked' || booking.status === 'confirmed';
  const began = booking.startedAt ? Date.parse(booking.startedAt) : isWaiting ? now.getTime() : planned;
  if (booking.status !== 'in_progress' && !isWaiting) return 0;
  const minutes = Math.floor((began - planned) / 60_000);
  return minutes >= LATE_AFTER_MINUTES ? minutes : 0;
}

/** The first confirmed job that has not begun. */
export function nextJobId(
  bookings: readonly Pick<Booking, 'id' | 'status' | 'startsAt'>[],
  now: Date,
): string | null {
  const ahead = bookings
    .filter((booking) => booking.status === 'confirmed' && Date.parse(booking.startsAt) >= now.getTime())
    .sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));
  return ahead[0]?.id ?? null;
}

/** Service and add-ons in one line: "Interior express, pet hair". */
export function jobTitle(booking: Pick<Booking, 'service' | 'lines'>): string {
  const addOns = booking.lines.filter((line) => line.kind === 'add_on').map((line) => lowerFirst(line.name));
  return [booking.service.name, ...addOns].join(', ');
}

/** What the work is done on: its own name, else its class. */
export function assetOf(booking: Pick<Booking, 'assetName' | 'assetClass'>): string {
  return booking.assetName || booking.assetClass.name;
}

function lowerFirst(text: string): string {
  const isAcronym = /^\p{Lu}{2}/u.test(text);
  return isAcronym ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
