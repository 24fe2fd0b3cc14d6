import { expect, it } from 'vitest';
import { plainQuotes, textLengthOf } from './text-length.rules.ts';

it('fits 160 plain characters in one text and 153 in each of several', () => {
  expect(textLengthOf('')).toEqual({ used: 0, room: 160, texts: 0 });
  expect(textLengthOf('a'.repeat(160))).toEqual({ used: 160, room: 160, texts: 1 });
  expect(textLengthOf('a'.repeat(161))).toEqual({ used: 161, room: 306, texts: 2 });
  expect(textLengthOf('€'.repeat(80)).texts).toBe(1);
});

it('fits only 70 as soon as one character is outside the basic alphabet', () => {
  expect(textLengthOf(`${'a'.repeat(69)}’`)).toEqual({ used: 70, room: 70, texts: 1 });
  expect(textLengthOf(`${'a'.repeat(70)}’`).texts).toBe(2);
});

it('sends straight quotes where a keyboard wrote curly ones', () => {
  expect(plainQuotes('“It’s fine…”')).toBe('"It\'s fine..."');
  expect(textLengthOf(plainQuotes(`It’s ${'a'.repeat(150)}`)).texts).toBe(1);
});
