import { describe, expect, test } from 'vitest';
import { cleanMachine } from './clean-machine.data.ts';
import { chooseDemoTime, dateOf, happenedAt, plannedAt, progressOf, wholeDays } from './demo-day.rules.ts';

const at = (text: string) => chooseDemoTime(cleanMachine, Temporal.Instant.from(text));

describe("the demo's day", () => {
  test('is today while the business is open or has yet to open', () => {
    expect(at('2026-03-12T15:40:00Z').day.toString()).toBe('2026-03-12');
    expect(at('2026-03-12T11:00:00Z').day.toString()).toBe('2026-03-12');
  });

  test('is the next open day once today is over, or where today is closed', () => {
    expect(at('2026-03-12T23:00:00Z').day.toString()).toBe('2026-03-13');
    expect(at('2026-03-15T15:00:00Z').day.toString()).toBe('2026-03-16');
    expect(at('2026-03-14T23:30:00Z').day.toString()).toBe('2026-03-16');
  });

  test("is the business's own day, not that of UTC", () => {
    expect(at('2026-03-13T02:00:00Z').day.toString()).toBe('2026-03-13');
    expect(at('2026-03-13T04:59:00Z').day.toString()).toBe('2026-03-13');
  });

  test('counts other days in open days, and calendar days back to an open one', () => {
    const monday = at('2026-03-16T15:00:00Z');
    expect(dateOf(monday, { open: -1 }).toString()).toBe('2026-03-14');
    expect(dateOf(monday, { open: 6 }).toString()).toBe('2026-03-23');
    expect(dateOf(monday, { date: -1 }).toString()).toBe('2026-03-14');
    expect(dateOf(monday, { date: 28 }).toString()).toBe('2026-04-13');
  });
});

test('wall times are kept through daylight saving: eight is eight on both sides of March 8', () => {
  const time = at('2026-03-12T15:40:00Z');
  expect(plannedAt(time, { day: { open: 0 }, at: '08:00' }).toString()).toBe('2026-03-12T13:00:00Z');
  expect(plannedAt(time, { day: { date: -10 }, at: '08:00' }).toString()).toBe('2026-03-02T14:00:00Z');
});

test('nothing that has happened lies in the future, and its order stays', () => {
  const early = at('2026-03-12T12:00:00Z');
  const first = happenedAt(early, { day: { open: 0 }, at: '09:14' });
  const last = happenedAt(early, { day: { open: 0 }, at: '10:31' });
  expect(Temporal.Instant.compare(last, early.now)).toBeLessThan(0);
  expect(last.since(first).total('minutes')).toBe(77);
  const late = at('2026-03-12T20:00:00Z');
  expect(happenedAt(late, { day: { open: 0 }, at: '10:31' }).toString()).toBe('2026-03-12T15:31:00Z');
});

test('a visit that lies ahead is not done, and one that is over is', () => {
  const visit = {
    startsAt: Temporal.Instant.from('2026-03-12T15:00:00Z'),
    endsAt: Temporal.Instant.from('2026-03-12T17:00:00Z'),
    isUnconfirmed: false,
    startsLateMinutes: 20,
  };
  const statusAt = (text: string, isUnconfirmed = false) =>
    progressOf({ ...visit, isUnconfirmed }, Temporal.Instant.from(text)).status;
  expect(statusAt('2026-03-12T15:10:00Z')).toBe('confirmed');
  expect(statusAt('2026-03-12T15:20:00Z')).toBe('in_progress');
  expect(statusAt('2026-03-12T17:19:00Z')).toBe('in_progress');
  expect(statusAt('2026-03-12T17:20:00Z')).toBe('done');
  expect(statusAt('2026-03-12T15:30:00Z', true)).toBe('booked');
});

test('days off last from midnight to midnight, also on the day that has 23 hours', () => {
  const { startsAt, endsAt } = wholeDays(
    { ...at('2026-03-09T15:00:00Z'), openWeekdays: new Set([1, 2, 3, 4, 5, 6, 7]) },
    [{ open: -1 }],
  );
  expect([startsAt.toString(), endsAt.toString()]).toEqual(['2026-03-08T06:00:00Z', '2026-03-09T05:00:00Z']);
});
