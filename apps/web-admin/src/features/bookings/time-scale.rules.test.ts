import { describe, expect, it } from 'vitest';
import { fractionAt, hourMarks, isOnScale, markInstant, timeScaleOf } from './time-scale.rules.ts';

const timeZone = 'America/Chicago';
const scale = timeScaleOf({
  day: '2026-03-12',
  timeZone,
  opensAt: '2026-03-12T13:00:00Z',
  closesAt: '2026-03-12T23:00:00Z',
});

describe('the axis of a day', () => {
  it('runs over the opening hours: 10:40 lies 26.7 % along 8 AM to 6 PM', () => {
    expect(hourMarks(scale)).toHaveLength(10);
    expect(fractionAt(scale, '2026-03-12T15:40:00Z')).toBeCloseTo(0.26667, 4);
    expect(isOnScale(scale, new Date('2026-03-12T15:40:00Z'))).toBe(true);
    expect(isOnScale(scale, new Date('2026-03-12T02:00:00Z'))).toBe(false);
  });

  it('widens for a job outside the hours, to whole hours', () => {
    const spans = [{ startsAt: '2026-03-12T12:30:00Z', endsAt: '2026-03-13T00:15:00Z' }];
    const wide = timeScaleOf({
      day: '2026-03-12',
      timeZone,
      opensAt: '2026-03-12T13:00:00Z',
      closesAt: '2026-03-12T23:00:00Z',
      spans,
    });
    expect([wide.startMinutes, wide.endMinutes]).toEqual([7 * 60, 20 * 60]);
  });

  it('keeps 9 AM at 9 AM on the day the clocks go forward', () => {
    const spring = timeScaleOf({
      day: '2026-03-08',
      timeZone,
      opensAt: '2026-03-08T06:00:00Z',
      closesAt: '2026-03-08T23:00:00Z',
    });
    expect(spring.startMinutes).toBe(0);
    expect(fractionAt(spring, '2026-03-08T14:00:00Z')).toBeCloseTo(9 / 18, 6);
    expect(markInstant(spring, 540).toISOString()).toBe('2026-03-08T14:00:00.000Z');
  });
});
