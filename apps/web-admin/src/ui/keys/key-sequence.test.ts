import { expect, it } from 'vitest';
import { bindingFor } from './key-sequence.ts';

const bindings = ['g h', 'g i', 'c', 't'];

it('lets G then C go to the calendar and C alone create', () => {
  const all = [...bindings, 'g c'];
  expect(bindingFor(all, { key: 'g', at: 0 }, { key: 'c', at: 400 })).toBe('g c');
  expect(bindingFor(all, null, { key: 'c', at: 400 })).toBe('c');
});

it('forgets a G that nobody followed', () => {
  expect(bindingFor(bindings, { key: 'g', at: 0 }, { key: 'h', at: 1500 })).toBeNull();
  expect(bindingFor(bindings, { key: 'g', at: 0 }, { key: 't', at: 300 })).toBe('t');
});
