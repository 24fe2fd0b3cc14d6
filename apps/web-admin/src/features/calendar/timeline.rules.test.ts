import type { Booking, CalendarDay } from '@servicepro/contracts/rest/scheduling';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt } from '../../ui/time/zoned-time.ts';
import { timeScaleOf } from '../bookings/time-scale.rules.ts';
import { canMove, conflictsAt, firstFit, movedTo, placeOf, SNAP_MINUTES, snapped } from './timeline.rules.ts';

const timeZone = 'America/Chicago';
const theo = 'theo';
const at = (minutes: number, day = '2026-03-12') => instantAt(day, minutes, timeZone).toISOString();

function booking(id: string, from: number, to: number, change: Partial<Booking> = {}): Booking {
  return {
    id,
    number: 'J-1',
    status: 'confirmed',
    source: 'staff',
    isByAi: false,
    resource: { id: theo, name: 'Theo Grant' },
    service: { id: 's', name: 'Paint correction', category: 'paint' },
    assetClass: { id: 'c', name: 'Sedan' },
    assetName: '',
    customer: null,
    address: '',
    place: '',
    notes: '',
    startsAt: at(from),
    endsAt: at(to),
    occupiedUntil: at(to),
    lines: [],
    totalCents: null,
    currency: 'USD',
    conversationId: null,
    startedAt: null,
    finishedAt: null,
    createdAt: at(0),
    version: 1,
    ...change,
  };
}

function dayOf(bookings: Booking[], timeOff: CalendarDay['resources'][number]['timeOff'] = []): CalendarDay {
  const resource = {
    id: theo,
    kind: 'technician' as const,
    name: 'Theo Grant',
    shortName: 'Theo',
    label: '',
  };
  return {
    day: '2026-03-12',
    timeZone,
    now: at(640),
    opensAt: at(480),
    closesAt: at(1080),
    isOpen: true,
    closedReason: null,
    resources: [{ ...resource, timeOff, bookedMinutes: 0, openMinutes: 600 }],
    bookings,
  };
}

const now = new Date(at(640));
const rafael = booking('rafael', 570, 810);
const northwind = booking('northwind', 900, 1020);
const ellie = booking('ellie', 480, 540);

describe('dragging a job', () => {
  const day = dayOf([rafael, northwind, ellie]);
  const scale = timeScaleOf(day);

  it('says what it overlaps and for how long: 12:45 runs 45 minutes into a job until 1:30', () => {
    const [conflict, ...others] = conflictsAt(ellie, { resourceId: theo, startMinutes: 765 }, day);
    expect(conflict).toMatchObject({
      kind: 'overlap',
      booking: { id: 'rafael' },
      minutes: 45,
      from: 765,
      to: 810,
    });
    expect(others).toEqual([]);
  });

  it('offers the first time that fits, with the room it leaves', () => {
    expect(firstFit(ellie, { resourceId: theo, startMinutes: 765 }, day, scale, now)).toEqual({
      startMinutes: 810,
      endMinutes: 870,
      spareMinutes: 30,
    });
  });

  it('keeps the minutes after a job free too, and says so apart from an overlap', () => {
    const buffered = dayOf([booking('rafael', 570, 810, { occupiedUntil: at(840) }), ellie]);
    const [conflict] = conflictsAt(ellie, { resourceId: theo, startMinutes: 810 }, buffered);
    expect(conflict).toMatchObject({ kind: 'buffer', minutes: 30 });
    expect(
      firstFit(ellie, { resourceId: theo, startMinutes: 810 }, buffered, timeScaleOf(buffered), now)
        ?.startMinutes,
    ).toBe(840);
  });

  it('never offers the past, a day off, or a time that ends after closing', () => {
    expect(
      firstFit(ellie, { resourceId: theo, startMinutes: 480 }, day, scale, new Date(at(860))),
    ).toMatchObject({ startMinutes: 1020 });
    const off = dayOf([ellie], [{ startsAt: at(480), endsAt: at(1080), reason: 'Day off' }]);
    expect(conflictsAt(ellie, { resourceId: theo, startMinutes: 600 }, off)).toMatchObject([
      { kind: 'time-off', reason: 'Day off' },
    ]);
    expect(firstFit(ellie, { resourceId: theo, startMinutes: 600 }, off, scale, now)).toBeNull();
  });

  it('is not in its own way where it stands', () => {
    expect(conflictsAt(ellie, placeOf(ellie, scale), day)).toEqual([]);
  });

  it('moves only what is booked and has not begun', () => {
    expect(canMove(ellie)).toBe(true);
    expect(canMove(booking('a', 0, 60, { status: 'held' }))).toBe(false);
    expect(canMove(booking('a', 0, 60, { status: 'in_progress' }))).toBe(false);
    expect(canMove(booking('a', 0, 60, { status: 'done' }))).toBe(false);
  });

  it('stays on the axis in whole steps', () => {
    expect(snapped(scale, 767, 60)).toBe(765);
    expect(snapped(scale, 100, 60)).toBe(480);
    expect(snapped(scale, 2000, 60)).toBe(1020);
  });
});

it('keeps a job’s length when it crosses the night the clocks change', () => {
  const day: CalendarDay = {
    ...dayOf([]),
    day: '2026-03-08',
    opensAt: at(0, '2026-03-08'),
    closesAt: at(600, '2026-03-08'),
  };
  const moved = movedTo(booking('night', 480, 600), { resourceId: theo, startMinutes: 90 }, day);
  expect(moved.startsAt).toBe('2026-03-08T07:30:00.000Z');
  expect(Date.parse(moved.endsAt) - Date.parse(moved.startsAt)).toBe(120 * 60_000);
});

it('whatever stands in a row, a fit it offers is free and on the axis', () => {
  const spans = fc.array(
    fc.tuple(
      fc.integer({ min: 32, max: 70 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 3 }),
    ),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(spans, fc.integer({ min: 32, max: 71 }), (rows, from) => {
      const others = rows.map(([start, length, buffer], index) =>
        booking(`b${index}`, start * 15, (start + length) * 15, {
          occupiedUntil: at((start + length + buffer) * 15),
        }),
      );
      const day = dayOf([...others, ellie]);
      const scale = { day: day.day, timeZone, startMinutes: 480, endMinutes: 1080 };
      const fit = firstFit(ellie, { resourceId: theo, startMinutes: from * SNAP_MINUTES }, day, scale, now);
      if (!fit) return;
      expect(conflictsAt(ellie, { resourceId: theo, startMinutes: fit.startMinutes }, day)).toEqual([]);
      expect(fit.startMinutes).toBeGreaterThanOrEqual(640);
      expect(fit.endMinutes).toBeLessThanOrEqual(1080);
    }),
    { numRuns: 300 },
  );
});
