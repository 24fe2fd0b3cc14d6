import { expect, it } from 'vitest';
import { makeZoneFormat } from './zone-format.ts';

const austin = makeZoneFormat('en-US', 'America/Chicago');

it('shows times in the business’s zone whatever the zone of the reader', () => {
  expect(austin.time('2026-03-12T16:30:00Z')).toBe('11:30 AM');
  expect(austin.clock('2026-03-12T16:30:00Z')).toBe('11:30');
  expect(austin.hour('2026-03-12T13:00:00Z')).toBe('8 AM');
  expect(austin.longDay('2026-03-13T03:00:00Z')).toBe('Thursday, March 12');
});

it('names the zone as it is on that day: standard time before the clocks change, daylight time after', () => {
  expect(austin.zoneAbbreviation('2026-03-07T18:00:00Z')).toBe('CST');
  expect(austin.zoneAbbreviation('2026-03-08T18:00:00Z')).toBe('CDT');
  expect(austin.time('2026-03-07T15:00:00Z')).toBe('9:00 AM');
  expect(austin.time('2026-03-08T14:00:00Z')).toBe('9:00 AM');
});
