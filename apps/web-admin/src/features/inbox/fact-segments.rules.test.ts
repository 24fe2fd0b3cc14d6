import fc from 'fast-check';
import { expect, it } from 'vitest';
import { segmentsOf } from './fact-segments.rules.ts';

const fact = (startOffset: number, endOffset: number) => ({
  id: '0',
  position: 1,
  kind: 'price',
  value: '',
  label: '',
  detail: '',
  sourceTable: '',
  sourceId: null,
  startOffset,
  endOffset,
});

it('marks each figure where it stands', () => {
  const body = 'It is $129 at 11:00 AM.';
  const parts = segmentsOf(body, [fact(14, 22), fact(6, 10)]).map((part) => [part.kind, part.text]);
  expect(parts).toEqual([
    ['text', 'It is '],
    ['fact', '$129'],
    ['text', ' at '],
    ['fact', '11:00 AM'],
    ['text', '.'],
  ]);
});

it('never loses or doubles a letter, whatever ranges it is given', () => {
  const range = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }));
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.array(range, { maxLength: 6 }), (body, ranges) => {
      const parts = segmentsOf(
        body,
        ranges.map(([start, end]) => fact(start, end)),
      );
      expect(parts.map((part) => part.text).join('')).toBe(body);
    }),
  );
});
