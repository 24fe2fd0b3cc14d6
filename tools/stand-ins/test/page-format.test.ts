import { describe, expect, it } from 'vitest';
import { durationText, initials, isoDay, phoneText, spanText } from '../src/simulator/page/format.ts';

describe('what the simulator’s page writes', () => {
  it('a number as people read it', () => {
    expect(phoneText('+15125550100')).toBe('(512) 555-0100');
    expect(phoneText('+4930123456')).toBe('+4930123456');
  });

  it('a business in two letters', () => {
    expect(['Clean Machine', 'Paws and Polish', 'Gloss', '24 Hour Towing', ''].map(initials)).toEqual([
      'CM',
      'PP',
      'G',
      'HT',
      '?',
    ]);
  });

  it('how long something took', () => {
    expect([84, 999, 1_310, 12_400].map(durationText)).toEqual(['84 ms', '999 ms', '1.31 s', '12 s']);
  });

  it('a booking’s time in the business’s zone, on the night the clocks change too', () => {
    expect(spanText('2026-03-13T17:30:00Z', '2026-03-13T18:30:00Z', 'America/Chicago')).toBe(
      'Fri Mar 13, 12:30 to 1:30 PM',
    );
    expect(spanText('2026-03-08T07:30:00Z', '2026-03-08T08:30:00Z', 'America/Chicago')).toBe(
      'Sun Mar 8, 1:30 to 3:30 AM',
    );
    expect(spanText('2026-03-13T16:30:00Z', '2026-03-13T18:00:00Z', 'America/Chicago')).toBe(
      'Fri Mar 13, 11:30 AM to 1:00 PM',
    );
    expect(isoDay('2026-03-14T03:30:00Z', 'America/Chicago')).toBe('2026-03-13');
  });
});
