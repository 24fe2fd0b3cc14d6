import { expect, it } from 'vitest';
import { waitOf } from './wait.rules.ts';

const now = new Date('2026-03-12T15:40:00Z');

it('says minutes while they are few, then hours, then days', () => {
  expect(waitOf('2026-03-12T15:31:00Z', now)).toEqual({ unit: 'minutes', count: 9 });
  expect(waitOf('2026-03-12T12:40:00Z', now)).toEqual({ unit: 'hours', count: 3 });
  expect(waitOf('2026-03-09T15:00:00Z', now)).toEqual({ unit: 'days', count: 3 });
  expect(waitOf('2026-03-12T16:00:00Z', now)).toEqual({ unit: 'minutes', count: 0 });
});
