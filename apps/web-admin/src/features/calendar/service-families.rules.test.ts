import { expect, it } from 'vitest';
import { categoryLabel, familiesOf } from './service-families.rules.ts';

it('gives each kind of service a colour of its own, the same whatever the order of the jobs', () => {
  const one = familiesOf(['mowing', 'treatment', 'cleanup', 'planting']);
  expect(new Set(one.values()).size).toBe(4);
  expect(familiesOf(['planting', 'cleanup', 'treatment', 'mowing'])).toEqual(one);
});

it('leaves the kinds the palette knows their own colour', () => {
  const all = familiesOf(['engine', 'wash', 'paint']);
  expect(all.get('wash')).toBe('wash');
  expect(all.get('paint')).toBe('paint');
  expect(['wash', 'paint']).not.toContain(all.get('engine'));
});

it('writes a kind as a word', () => {
  expect(categoryLabel('full_detail')).toBe('Full detail');
});
