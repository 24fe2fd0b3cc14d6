import { type BusyRange, computeSlots, type SlotRequest } from '@servicepro/domain/scheduling';
import { getSlots } from 'slot-calculator';
import { type BenchRow, percentile } from './bench-row.ts';

const timeZone = 'America/Chicago';
const firstDay = Temporal.PlainDate.from('2026-06-01');
const dayCount = 14;
const resourceCount = 10;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const midnight = firstDay.toZonedDateTime(timeZone).epochMilliseconds / 60_000;

/** 2,000 bookings of half an hour within the hours, no two on one resource at once; resources are named by their index. */
export function benchBookings(): BusyRange[] {
  return Array.from({ length: 2000 }, (_, index) => {
    const day = Math.floor(index / resourceCount) % dayCount;
    const place = Math.floor(index / (resourceCount * dayCount));
    // 20 places from 8:00 on, used in another order on each day, 14 or 15 of them taken.
    const startsAtMinute = midnight + day * 1440 + 480 + ((place * 7 + day) % 20) * 30;
    return { resourceId: String(index % resourceCount), startsAtMinute, endsAtMinute: startsAtMinute + 30 };
  });
}

/** The rule against npm's slot-calculator on the same grid, alternating in one run; both must find the same slots. */
export function ruleRow(): BenchRow {
  const busy = benchBookings();
  const request = toRequest(busy);
  const wanted = slotsOfOurs(request);
  const found = slotsOfTheirs(busy);
  if (wanted.join() !== found.join())
    throw new Error(
      `different slots: ${wanted.length} ${wanted.slice(0, 5)} and ${found.length} ${found.slice(0, 5)}`,
    );
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    for (let repeat = 0; repeat < 30; repeat += 1) ours.push(timed(() => computeSlots(request)));
    theirs.push(timed(() => calculate(busy)));
  }
  const value = percentile(ours, 0.5);
  const floor = percentile(theirs, 0.5);
  const ratio = floor / value;
  return {
    name: 'slots by the rule: 14 days, 10 resources, 2,000 bookings',
    value,
    unit: 'ms',
    floor,
    ratio,
    goal: '≥ 10× faster than slot-calculator',
    holds: ratio >= 10,
  };
}

function toRequest(busy: readonly BusyRange[]): SlotRequest {
  return {
    timeZone,
    firstDay,
    dayCount,
    hours: weekdays.map((_, index) => ({ weekday: index + 1, opensLocal: '08:00', closesLocal: '18:00' })),
    holidays: new Set(),
    resources: Array.from({ length: resourceCount }, (_, index) => ({
      resourceId: String(index),
      timeOff: [],
    })),
    busy,
    durationMinutes: 30,
    bufferMinutes: 0,
    stepMinutes: 30,
    notBeforeMinute: midnight,
  };
}

/** slot-calculator knows no resources of its own kind: one calculation for each. */
function calculate(busy: readonly BusyRange[]) {
  const toIso = (minute: number) => new Date(minute * 60_000).toISOString();
  return Array.from({ length: resourceCount }, (_, index) =>
    getSlots({
      from: toIso(midnight),
      to: toIso(midnight + dayCount * 1440),
      duration: 30,
      outputTimezone: timeZone,
      availability: weekdays.map((day) => ({ day, from: '08:00', to: '18:00', timezone: timeZone })),
      unavailability: busy
        .filter((range) => range.resourceId === String(index))
        .map((range) => ({ from: toIso(range.startsAtMinute), to: toIso(range.endsAtMinute) })),
    }),
  );
}

function slotsOfOurs(request: SlotRequest): string[] {
  return computeSlots(request)
    .flatMap((day) => day.slots.map((slot) => `${slot.resourceId}@${slot.startsAtMinute}`))
    .sort();
}

function slotsOfTheirs(busy: readonly BusyRange[]): string[] {
  return calculate(busy)
    .flatMap(({ availableSlots }, index) =>
      availableSlots.map((slot) => `${index}@${Date.parse(slot.from) / 60_000}`),
    )
    .sort();
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
