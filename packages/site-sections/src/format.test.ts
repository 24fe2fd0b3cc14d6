import { describe, expect, test } from 'vitest';
import { siteFormat } from './format.ts';

const austin = siteFormat({ locale: 'en-US', currency: 'USD', timeZone: 'America/Chicago' });

describe('how a site writes figures and times', () => {
  test('whole amounts have no cents, others have both digits', () => {
    expect(austin.money(28_500)).toBe('$285');
    expect(austin.money(28_550)).toBe('$285.50');
    expect(siteFormat({ locale: 'en-US', currency: 'JPY', timeZone: 'UTC' }).money(285)).toBe('¥285');
  });

  test('an instant is told in the business zone, through daylight saving', () => {
    expect(austin.time('2026-11-01T06:30:00Z')).toBe('1:30 am');
    expect(austin.time('2026-11-01T07:30:00Z')).toBe('1:30 am');
    expect(austin.time('2026-11-01T14:30:00Z')).toBe('8:30 am');
    expect(austin.time('2026-10-31T13:30:00Z')).toBe('8:30 am');
    expect(austin.dayKey('2026-11-02T05:59:00Z')).toBe('2026-11-01');
  });

  test('a wall time leaves out full hours, a calendar day is no instant', () => {
    expect(austin.wallTime('08:00')).toBe('8 am');
    expect(austin.wallTime('17:30')).toBe('5:30 pm');
    expect(austin.calendarDay('2026-03-08')).toBe('Sun, Mar 8');
  });

  test('weekdays run from Monday', () => {
    expect([1, 7].map(austin.weekday)).toEqual(['Mon', 'Sun']);
  });
});
