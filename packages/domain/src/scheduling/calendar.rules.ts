import type { MinuteRange } from './blocked-starts.rules.ts';
import type { DayOpening } from './opening-hours.rules.ts';

/** From when to when a day is drawn: its openings, widened to the bookings outside them. */
export function drawnRange(
  openings: readonly MinuteRange[],
  bookings: readonly MinuteRange[],
): MinuteRange | null {
  const all = [...openings, ...bookings];
  if (all.length === 0) return null;
  return {
    startsAtMinute: Math.min(...all.map((range) => range.startsAtMinute)),
    endsAtMinute: Math.max(...all.map((range) => range.endsAtMinute)),
  };
}

export function toRange(opening: DayOpening): MinuteRange {
  return { startsAtMinute: opening.opensAtMinute, endsAtMinute: opening.closesAtMinute };
}

/** Minutes of the openings in which nobody is off. */
export function openMinutes(openings: readonly MinuteRange[], timeOff: readonly MinuteRange[]): number {
  const sorted = timeOff.toSorted((a, b) => a.startsAtMinute - b.startsAtMinute);
  let total = 0;
  for (const opening of openings) {
    let at = opening.startsAtMinute;
    for (const off of sorted) {
      const from = Math.max(at, off.startsAtMinute);
      const to = Math.min(opening.endsAtMinute, off.endsAtMinute);
      if (to <= from) continue;
      total += from - at;
      at = to;
    }
    total += Math.max(0, opening.endsAtMinute - at);
  }
  return total;
}
