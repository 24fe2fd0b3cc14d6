import type { Slot } from './slots.rules.ts';

/** One slot for each start: the first resource, in the order in which they are offered. Slots come sorted by start. */
export function onePerStart(slots: readonly Slot[]): Slot[] {
  return slots.filter((slot, index) => slots[index - 1]?.startsAtMinute !== slot.startsAtMinute);
}

/** The starts nearest to the wanted one, in the order of time; on a tie the earlier. The wanted start itself counts. */
export function nearestSlots(slots: readonly Slot[], wantedMinute: number, count: number): Slot[] {
  return onePerStart(slots)
    .toSorted(
      (a, b) => distance(a, wantedMinute) - distance(b, wantedMinute) || a.startsAtMinute - b.startsAtMinute,
    )
    .slice(0, count)
    .toSorted((a, b) => a.startsAtMinute - b.startsAtMinute);
}

function distance(slot: Slot, wantedMinute: number): number {
  return Math.abs(slot.startsAtMinute - wantedMinute);
}
