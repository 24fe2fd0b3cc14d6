import { expect, it } from 'vitest';
import { heldBack, heldOrder } from './held-order.rules.ts';

const rows = (...ids: string[]) => ids.map((id) => ({ id }));

it('keeps every shown row in its place while a pointer is on the list', () => {
  expect(heldOrder(['a', 'b', 'c'], rows('d', 'c', 'a', 'b'))).toEqual(rows('a', 'b', 'c'));
  expect(heldOrder(['a', 'b', 'c'], rows('c', 'a'))).toEqual(rows('a', 'c'));
});

it('counts what waits to come in: new rows and rows that moved up', () => {
  expect(heldBack(['a', 'b', 'c'], rows('a', 'b', 'c'))).toBe(0);
  expect(heldBack(['a', 'b', 'c'], rows('d', 'a', 'b', 'c'))).toBe(1);
  expect(heldBack(['a', 'b', 'c'], rows('c', 'a', 'b'))).toBe(1);
  expect(heldBack(['a', 'b', 'c'], rows('d', 'c', 'a', 'b'))).toBe(2);
});

it('does not count a further page that was added below', () => {
  expect(heldBack(['a', 'b'], rows('a', 'b', 'c', 'd'))).toBe(0);
});
