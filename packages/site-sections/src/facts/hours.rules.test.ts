import { describe, expect, test } from 'vitest';
import { hoursLines } from './hours.rules.ts';

const day = (weekday: number, opens = '08:00', closes = '18:00') => ({ weekday, opens, closes });

describe('opening hours on a site', () => {
  test('days in a row that are alike are one line, and closed days are said', () => {
    const lines = hoursLines([day(1), day(2), day(3), day(4), day(5), day(6, '08:00', '16:00')]);
    expect(lines.map(({ from, to, spans }) => [from, to, spans.length])).toEqual([
      [1, 5, 1],
      [6, 6, 1],
      [7, 7, 0],
    ]);
  });

  test('a day with a break has two spans, in order', () => {
    const [first] = hoursLines([day(1, '13:00', '17:00'), day(1, '08:00', '12:00')]);
    expect(first?.spans.map((span) => span.opens)).toEqual(['08:00', '13:00']);
  });

  test('no hours at all are no lines, not seven closed days', () => {
    expect(hoursLines([])).toEqual([]);
  });
});
