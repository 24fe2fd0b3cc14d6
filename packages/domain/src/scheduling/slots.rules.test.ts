import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockStarts, freeStarts } from './blocked-starts.rules.ts';
import { instantOfMinute, minuteOf } from './local-time.rules.ts';
import { computeSlots, type SlotDay, type SlotRequest } from './slots.rules.ts';

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensLocal: '09:00', closesLocal: '17:00' }));
const monday = Temporal.PlainDate.from('2026-06-01');

function request(changes: Partial<SlotRequest> = {}): SlotRequest {
  return {
    timeZone: 'America/Chicago',
    firstDay: monday,
    dayCount: 1,
    hours: weekdays,
    holidays: new Set(),
    resources: [{ resourceId: 'ann', timeOff: [] }],
    busy: [],
    durationMinutes: 120,
    bufferMinutes: 30,
    stepMinutes: 60,
    notBeforeMinute: 0,
    ...changes,
  };
}

const at = (text: string) => minuteOf(Temporal.Instant.from(text));
const wall = (minute: number, timeZone = 'America/Chicago') =>
  instantOfMinute(minute).toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
const starts = (day: SlotDay | undefined, timeZone?: string) =>
  (day?.slots ?? []).map((slot) => wall(slot.startsAtMinute, timeZone));

describe('a day of slots', () => {
  test('holds every start at which the work ends by closing time', () => {
    const [day] = computeSlots(request());
    expect(starts(day)).toEqual(['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00']);
    expect(day?.noneBecause).toBeNull();
  });

  test('keeps the buffer free before the next booking and after the last one', () => {
    const booked = {
      resourceId: 'ann',
      startsAtMinute: at('2026-06-01T17:00Z'),
      endsAtMinute: at('2026-06-01T18:30Z'),
    };
    const [day] = computeSlots(request({ busy: [booked], stepMinutes: 30 }));
    // 12:00 to 13:30 is taken: 9:00 + 2:30 = 11:30 and 9:30 + 2:30 = 12:00 fit before it.
    expect(starts(day)).toEqual(['09:00', '09:30', '13:30', '14:00', '14:30', '15:00']);
  });

  test('offers nothing in time off, but lets the buffer run into it', () => {
    const lunch = { startsAtMinute: at('2026-06-01T17:00Z'), endsAtMinute: at('2026-06-01T18:00Z') };
    const [day] = computeSlots(request({ resources: [{ resourceId: 'ann', timeOff: [lunch] }] }));
    expect(starts(day)).toEqual(['09:00', '10:00', '13:00', '14:00', '15:00']);
  });

  test('has several openings on one day, and no work across the break', () => {
    const hours = [
      { weekday: 1, opensLocal: '13:00', closesLocal: '16:00' },
      { weekday: 1, opensLocal: '08:00', closesLocal: '11:00' },
    ];
    expect(starts(computeSlots(request({ hours }))[0])).toEqual(['08:00', '09:00', '13:00', '14:00']);
  });

  test('lists a start once for each free resource, in their order', () => {
    const resources = [
      { resourceId: 'zoe', timeOff: [] },
      { resourceId: 'ann', timeOff: [] },
    ];
    const busy = [
      { resourceId: 'zoe', startsAtMinute: at('2026-06-01T14:00Z'), endsAtMinute: at('2026-06-01T15:00Z') },
    ];
    const [day] = computeSlots(request({ resources, busy, durationMinutes: 420, bufferMinutes: 0 }));
    expect(day?.slots.map((slot) => [wall(slot.startsAtMinute), slot.resourceId])).toEqual([
      ['09:00', 'ann'],
      ['10:00', 'zoe'],
      ['10:00', 'ann'],
    ]);
  });

  test('follows a resource that has hours of its own', () => {
    const hours = [{ weekday: 1, opensLocal: '12:00', closesLocal: '15:00' }];
    const [day] = computeSlots(request({ resources: [{ resourceId: 'ann', timeOff: [], hours }] }));
    expect(starts(day)).toEqual(['12:00', '13:00']);
  });

  test.each([
    ['closed', { firstDay: Temporal.PlainDate.from('2026-06-07') }],
    ['holiday', { holidays: new Set(['2026-06-01']) }],
    ['past', { notBeforeMinute: at('2026-06-01T20:30Z') }],
    [
      'full',
      {
        busy: [
          {
            resourceId: 'ann',
            startsAtMinute: at('2026-06-01T13:00Z'),
            endsAtMinute: at('2026-06-01T23:00Z'),
          },
        ],
      },
    ],
    ['too-long', { durationMinutes: 600 }],
    ['nobody', { resources: [] }],
  ] as const)('says %s when that is why there is none', (reason, changes) => {
    const [day] = computeSlots(request(changes));
    expect(day).toMatchObject({ slots: [], noneBecause: reason });
  });
});

describe('when the clocks change', () => {
  const allDay = [{ weekday: 7, opensLocal: '00:00', closesLocal: '05:00' }];
  const sunday = { hours: allDay, durationMinutes: 60, bufferMinutes: 0 };

  test('a start that the clocks skip is not offered and the rest keep their wall time', () => {
    const [day] = computeSlots(request({ ...sunday, firstDay: Temporal.PlainDate.from('2026-03-08') }));
    expect(starts(day)).toEqual(['00:00', '01:00', '03:00', '04:00']);
  });

  test('a start that comes twice is offered once, the earlier', () => {
    const [day] = computeSlots(request({ ...sunday, firstDay: Temporal.PlainDate.from('2026-11-01') }));
    expect(starts(day)).toEqual(['00:00', '01:00', '02:00', '03:00', '04:00']);
    expect(day?.slots[1]?.startsAtMinute).toBe(at('2026-11-01T06:00Z'));
  });

  test('work takes its real minutes across the change', () => {
    const [day] = computeSlots(
      request({ ...sunday, durationMinutes: 120, firstDay: Temporal.PlainDate.from('2026-03-08') }),
    );
    // Opening and closing are four hours apart that day.
    expect(starts(day)).toEqual(['00:00', '01:00', '03:00']);
  });
});

test('the sweep over blocked starts agrees with a look at each range', () => {
  const range = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 100 }));
  fc.assert(
    fc.property(
      fc.array(range),
      fc.array(range),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 0, max: 30 }),
      (busy, off, durationMinutes, bufferMinutes) => {
        const toRange = ([start, length]: [number, number]) => ({
          startsAtMinute: start,
          endsAtMinute: start + length,
        });
        const job = { durationMinutes, bufferMinutes };
        const grid = Array.from({ length: 620 }, (_, minute) => minute);
        const free = freeStarts(grid, blockStarts(busy.map(toRange), off.map(toRange), job));
        const expected = grid.filter(
          (start) =>
            busy.every(
              ([from, length]) => start >= from + length || start + durationMinutes + bufferMinutes <= from,
            ) && off.every(([from, length]) => start >= from + length || start + durationMinutes <= from),
        );
        expect(free).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});
