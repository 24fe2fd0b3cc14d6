import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewStarts } from './few-starts.rules.ts';

const half = 30 * 60_000;
const isFullHour = (start: number) => start % (2 * half) === 0;

describe('the times a day shows at first', () => {
  test('a short day is shown whole', () => {
    expect(fewStarts([half, 2 * half, 3 * half], null, isFullHour)).toEqual([half, 2 * half, 3 * half]);
  });

  test('a long day shows at most eight and the chosen one, all of them its own, in order', () => {
    const day = fc.uniqueArray(fc.integer({ min: 0, max: 47 }), { minLength: 1, maxLength: 48 });
    fc.assert(
      fc.property(day, fc.nat(), (slots, pick) => {
        const starts = slots.sort((one, other) => one - other).map((slot) => slot * half);
        const chosen = starts[pick % starts.length] ?? null;
        const few = fewStarts(starts, chosen, isFullHour);
        expect(few.length).toBeLessThanOrEqual(9);
        expect(few.length).toBeGreaterThan(0);
        expect(few).toContain(chosen);
        expect(few).toEqual(starts.filter((start) => few.includes(start)));
      }),
    );
  });
});
