import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stepSpans } from './visit-steps.tsx';

describe('the visit on a line to scale', () => {
  test('steps are as wide as they are long', () => {
    const spans = stepSpans([0, 15, 105, 345], 360);
    expect(spans.reduce((sum, span) => sum + span, 0)).toBe(24);
    expect(Math.max(...spans)).toBe(spans[2]);
  });

  test('up to five steps always fill one row of 24, none narrower than 4', () => {
    const starts = fc
      .uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 2, maxLength: 5 })
      .map((all) => all.sort((one, other) => one - other));
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 1_000 }), (all, total) => {
        const spans = stepSpans(all, total);
        expect(spans.every((span) => span >= 4 && span <= 12)).toBe(true);
        expect(spans.reduce((sum, span) => sum + span, 0)).toBeLessThanOrEqual(24);
      }),
    );
  });
});
