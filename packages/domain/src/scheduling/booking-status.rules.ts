import type { BookingStatus } from '@servicepro/contracts/rest/scheduling';

export type SettableStatus = 'booked' | 'confirmed' | 'in_progress' | 'done' | 'no_show';

/** Where a booking may go by hand, one step back included; cancelling is a command of its own, and final. */
const next: Readonly<Record<BookingStatus, readonly SettableStatus[]>> = {
  held: [],
  booked: ['confirmed', 'in_progress', 'done', 'no_show'],
  confirmed: ['booked', 'in_progress', 'done', 'no_show'],
  in_progress: ['confirmed', 'done'],
  done: ['in_progress'],
  no_show: ['booked', 'confirmed'],
  cancelled: [],
};

export function maySet(from: BookingStatus, to: SettableStatus): boolean {
  return next[from].includes(to);
}

/** When work began and ended, as the status says: null takes a time back, absent leaves it. */
export function timesOf(
  from: BookingStatus,
  to: SettableStatus,
  now: Temporal.Instant,
): { startedAt?: Temporal.Instant | null; finishedAt?: Temporal.Instant | null } {
  if (to === 'in_progress')
    return from === 'done' ? { finishedAt: null } : { startedAt: now, finishedAt: null };
  if (to === 'done')
    return from === 'in_progress' ? { finishedAt: now } : { startedAt: now, finishedAt: now };
  return { startedAt: null, finishedAt: null };
}
