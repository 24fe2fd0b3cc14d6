import type { Booking, CalendarDay } from '@servicepro/contracts/rest/scheduling';
import type { TimeScale } from '../bookings/time-scale.rules.ts';
import { durationMinutesOf, firstFit, type Place, SNAP_MINUTES, snapped } from './timeline.rules.ts';

/** Where a key moves a job: a quarter of an hour, a row, or the first time that fits; null for any other key. */
export function placeByKey(
  key: string,
  from: Place,
  booking: Booking,
  day: CalendarDay,
  scale: TimeScale,
  now: Date,
): Place | null {
  const step = (minutes: number) => ({
    ...from,
    startMinutes: snapped(scale, from.startMinutes + minutes, durationMinutesOf(booking)),
  });
  const row = (rows: number) => {
    const index = day.resources.findIndex((resource) => resource.id === from.resourceId);
    const resource = day.resources[Math.min(day.resources.length - 1, Math.max(0, index + rows))];
    return resource ? { ...from, resourceId: resource.id } : null;
  };
  switch (key) {
    case 'ArrowLeft':
      return step(-SNAP_MINUTES);
    case 'ArrowRight':
      return step(SNAP_MINUTES);
    case 'ArrowUp':
      return row(-1);
    case 'ArrowDown':
      return row(1);
    case 'a':
    case 'A': {
      const fit = firstFit(booking, from, day, scale, now);
      return fit ? { ...from, startMinutes: fit.startMinutes } : null;
    }
    default:
      return null;
  }
}
