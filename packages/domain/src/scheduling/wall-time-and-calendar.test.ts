import { describe, expect, test } from 'vitest';
import { nearestSlots } from './alternatives.rules.ts';
import { maySet, timesOf } from './booking-status.rules.ts';
import { drawnRange, openMinutes } from './calendar.rules.ts';
import { boundsOfDay, resolveLocalTime } from './local-time.rules.ts';
import { parseStart } from './start.rules.ts';

const local = (text: string) => Temporal.PlainDateTime.from(text);

describe('a wall time', () => {
  test('that the clocks skip is refused, with the times around the gap', () => {
    expect(resolveLocalTime(local('2026-03-08T02:30'), 'America/Chicago')).toEqual({
      kind: 'nonexistent',
      before: '01:59',
      after: '03:00',
    });
  });

  test('that comes twice is the earlier one, and says so', () => {
    const twice = resolveLocalTime(local('2026-11-01T01:30'), 'America/Chicago');
    expect(twice).toMatchObject({ kind: 'exists', isAmbiguous: true });
    expect(twice.kind === 'exists' && twice.at.toString()).toBe('2026-11-01T06:30:00Z');
  });

  test('is plain in a zone without daylight saving', () => {
    expect(resolveLocalTime(local('2026-03-08T02:30'), 'America/Phoenix')).toMatchObject({
      kind: 'exists',
      isAmbiguous: false,
    });
  });

  test('is read from the wire with an offset or without, and anything else is unreadable', () => {
    const at = (text: string) => parseStart(text, 'America/Chicago');
    expect(at('2026-06-01T10:00')).toEqual(at('2026-06-01T15:00:00Z'));
    expect(at('2026-06-01T10:00')).toEqual(at('2026-06-01T10:00:00-05:00'));
    expect(at('2026-03-08T02:15')).toMatchObject({ kind: 'nonexistent' });
    expect(at('soon')).toEqual({ kind: 'unreadable' });
  });
});

test.each([
  ['2026-03-08', 23],
  ['2026-06-01', 24],
  ['2026-11-01', 25],
])('%s has %d hours in Chicago', (day, hours) => {
  const { startsAt, endsAt } = boundsOfDay(Temporal.PlainDate.from(day), 'America/Chicago');
  expect(endsAt.since(startsAt).total('hours')).toBe(hours);
});

test('alternatives are the nearest starts, one of each, in the order of time', () => {
  const slot = (startsAtMinute: number, resourceId: string) => ({
    startsAtMinute,
    endsAtMinute: startsAtMinute + 30,
    resourceId,
  });
  const slots = [slot(0, 'a'), slot(60, 'a'), slot(60, 'b'), slot(120, 'a'), slot(180, 'b')];
  expect(nearestSlots(slots, 100, 3)).toEqual([slot(60, 'a'), slot(120, 'a'), slot(180, 'b')]);
});

describe('a status', () => {
  test('never leaves cancelled or a hold by hand', () => {
    for (const to of ['booked', 'confirmed', 'in_progress', 'done', 'no_show'] as const) {
      expect(maySet('cancelled', to)).toBe(false);
      expect(maySet('held', to)).toBe(false);
    }
  });

  test('keeps the times of the work', () => {
    const now = Temporal.Instant.from('2026-06-01T15:00:00Z');
    expect(timesOf('booked', 'in_progress', now)).toEqual({ startedAt: now, finishedAt: null });
    expect(timesOf('in_progress', 'done', now)).toEqual({ finishedAt: now });
    expect(timesOf('done', 'in_progress', now)).toEqual({ finishedAt: null });
    expect(timesOf('in_progress', 'confirmed', now)).toEqual({ startedAt: null, finishedAt: null });
  });
});

describe('a drawn day', () => {
  const range = (startsAtMinute: number, endsAtMinute: number) => ({ startsAtMinute, endsAtMinute });

  test('reaches from the first to the last of hours and bookings', () => {
    expect(drawnRange([range(480, 1080)], [range(420, 500), range(1000, 1100)])).toEqual(range(420, 1100));
    expect(drawnRange([], [])).toBeNull();
  });

  test('counts open minutes without time off, overlapping time off once', () => {
    expect(
      openMinutes([range(0, 100), range(200, 300)], [range(50, 80), range(60, 220), range(290, 400)]),
    ).toBe(120);
  });
});
