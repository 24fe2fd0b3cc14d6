import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOfMinute } from './local-time.rules.ts';
import { type BusyRange, computeSlots, type SlotRequest } from './slots.rules.ts';

/** Every zone that the tz database has for the United States. */
const zones = `
  America/Adak America/Anchorage America/Boise America/Chicago America/Denver America/Detroit
  America/Indiana/Indianapolis America/Indiana/Knox America/Indiana/Marengo America/Indiana/Petersburg
  America/Indiana/Tell_City America/Indiana/Vevay America/Indiana/Vincennes America/Indiana/Winamac America/Juneau
  America/Kentucky/Louisville America/Kentucky/Monticello America/Los_Angeles America/Menominee America/Metlakatla
  America/New_York America/Nome America/North_Dakota/Beulah America/North_Dakota/Center
  America/North_Dakota/New_Salem America/Phoenix America/Sitka America/Yakutat Pacific/Honolulu`
  .trim()
  .split(/\s+/);

const transitionDays = [
  '2025-03-09',
  '2025-11-02',
  '2026-03-08',
  '2026-11-01',
  '2027-03-14',
  '2027-11-07',
  '2028-03-12',
  '2028-11-05',
  '2029-03-11',
  '2029-11-04',
  '2030-03-10',
  '2030-11-03',
];

/** A random day of a business with bookings that do not overlap, as the database guarantees. */
const randomDay = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    day: fc.oneof(
      fc.constantFrom(...transitionDays),
      fc
        .integer({ min: 0, max: 2190 })
        .map((days) => Temporal.PlainDate.from('2025-01-01').add({ days }).toString()),
    ),
    opens: fc.integer({ min: 0, max: 20 }),
    openHours: fc.integer({ min: 1, max: 14 }),
    resourceCount: fc.integer({ min: 1, max: 4 }),
    durationMinutes: fc.integer({ min: 5, max: 400 }),
    bufferMinutes: fc.integer({ min: 0, max: 60 }),
    stepMinutes: fc.constantFrom(5, 15, 30, 60),
    gaps: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 240 }),
        fc.integer({ min: 1, max: 240 }),
      ),
      { maxLength: 12 },
    ),
    notice: fc.integer({ min: 0, max: 600 }),
  })
  .map(({ timeZone, day, opens, openHours, resourceCount, gaps, notice, ...job }): SlotRequest => {
    const firstDay = Temporal.PlainDate.from(day);
    const midnight = firstDay.toZonedDateTime(timeZone).epochMilliseconds / 60_000;
    const next = new Map<string, number>();
    const busy: BusyRange[] = gaps.map(([who, gap, length]) => {
      const resourceId = `r${who % resourceCount}`;
      const startsAtMinute = (next.get(resourceId) ?? midnight - 120) + gap;
      next.set(resourceId, startsAtMinute + length);
      return { resourceId, startsAtMinute, endsAtMinute: startsAtMinute + length };
    });
    const closes = Math.min(24, opens + openHours);
    return {
      ...job,
      timeZone,
      firstDay,
      dayCount: 1,
      hours: [{ weekday: firstDay.dayOfWeek, opensLocal: hour(opens), closesLocal: hour(closes) }],
      holidays: new Set(),
      resources: Array.from({ length: resourceCount }, (_, index) => ({
        resourceId: `r${index}`,
        timeOff: [],
      })),
      busy,
      notBeforeMinute: midnight + notice,
    };
  });

const hour = (value: number) => `${String(value).padStart(2, '0')}:00`;

describe('over 10,000 random days, in US zones and on the days the clocks change', () => {
  test('every offered slot can be booked, and booking slot after slot until none is left makes no overlap', () => {
    fc.assert(
      fc.property(randomDay, fc.integer(), (day, seed) => {
        const taken: BusyRange[] = [...day.busy];
        for (let round = 0; round < 200; round += 1) {
          const slots = computeSlots({ ...day, busy: taken })[0]?.slots ?? [];
          const slot = slots[Math.abs(seed + round) % Math.max(1, slots.length)];
          if (!slot) break;
          taken.push({ ...slot, endsAtMinute: slot.endsAtMinute + day.bufferMinutes });
        }
        expectNoOverlap(taken);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  test('the slots are exactly the grid starts that an exhaustive check allows', () => {
    fc.assert(
      fc.property(randomDay, (day) => {
        const offered = (computeSlots(day)[0]?.slots ?? []).map(
          (slot) => `${slot.startsAtMinute} ${slot.resourceId}`,
        );
        expect(new Set(offered)).toEqual(new Set(exhaustive(day)));
      }),
      { numRuns: 2_000 },
    );
  }, 120_000);

  test('each start has the wall time of the grid, so nothing shifts by an hour', () => {
    fc.assert(
      fc.property(randomDay, (day) => {
        const opens = Number(day.hours[0]?.opensLocal.slice(0, 2)) * 60;
        for (const slot of computeSlots(day)[0]?.slots ?? []) {
          const local = instantOfMinute(slot.startsAtMinute).toZonedDateTimeISO(day.timeZone);
          expect(local.toPlainDate().equals(day.firstDay)).toBe(true);
          expect((local.hour * 60 + local.minute - opens) % day.stepMinutes).toBe(0);
        }
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);
});

test.each(zones)(
  '%s from 2025 to 2030: each day offers its wall hours once, days of 23 and 25 hours included',
  (timeZone) => {
    const firstDay = Temporal.PlainDate.from('2025-01-01');
    const dayCount = 2191;
    const days = computeSlots({
      timeZone,
      firstDay,
      dayCount,
      hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensLocal: '00:00', closesLocal: '24:00' })),
      holidays: new Set(),
      resources: [{ resourceId: 'r', timeOff: [] }],
      busy: [],
      durationMinutes: 60,
      bufferMinutes: 0,
      stepMinutes: 60,
      notBeforeMinute: Number.MIN_SAFE_INTEGER,
    });
    const changing = days.filter(({ day, slots }) => {
      const { hoursInDay } = Temporal.PlainDate.from(day).toZonedDateTime(timeZone);
      const hours = slots.map(
        (slot) => instantOfMinute(slot.startsAtMinute).toZonedDateTimeISO(timeZone).hour,
      );
      expect(new Set(hours).size).toBe(hours.length);
      expect(hours.length).toBe(Math.min(24, hoursInDay));
      return hoursInDay !== 24;
    });
    expect(changing.length).toBe(timeZone === 'America/Phoenix' || timeZone === 'Pacific/Honolulu' ? 0 : 12);
  },
);

function expectNoOverlap(taken: readonly BusyRange[]): void {
  const sorted = taken.toSorted(
    (a, b) => a.resourceId.localeCompare(b.resourceId) || a.startsAtMinute - b.startsAtMinute,
  );
  for (const [index, range] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before?.resourceId === range.resourceId)
      expect(range.startsAtMinute).toBeGreaterThanOrEqual(before.endsAtMinute);
  }
}

/** The same question asked without any cleverness: each wall minute of the grid, against each booking. */
function exhaustive(day: SlotRequest): string[] {
  const [opening] = day.hours;
  if (!opening) return [];
  const toMinutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const instant = (wallMinute: number) =>
    wallMinute === 1440
      ? day.firstDay.add({ days: 1 }).toZonedDateTime(day.timeZone).epochMilliseconds / 60_000
      : day.firstDay
          .toPlainDateTime({ hour: Math.floor(wallMinute / 60), minute: wallMinute % 60 })
          .toZonedDateTime(day.timeZone).epochMilliseconds / 60_000;
  const closes = toMinutes(opening.closesLocal);
  const found: string[] = [];
  for (let wallMinute = toMinutes(opening.opensLocal); wallMinute < closes; wallMinute += day.stepMinutes) {
    const start = instant(wallMinute);
    const local = instantOfMinute(start).toZonedDateTimeISO(day.timeZone);
    if (local.hour * 60 + local.minute !== wallMinute) continue;
    if (start < day.notBeforeMinute || start + day.durationMinutes > instant(closes)) continue;
    for (const { resourceId } of day.resources) {
      const isFree = day.busy.every(
        (range) =>
          range.resourceId !== resourceId ||
          range.endsAtMinute <= start ||
          range.startsAtMinute >= start + day.durationMinutes + day.bufferMinutes,
      );
      if (isFree) found.push(`${start} ${resourceId}`);
    }
  }
  return found;
}
