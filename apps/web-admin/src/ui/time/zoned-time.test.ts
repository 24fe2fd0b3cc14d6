import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantAt, isDay, minutesFromMidnight, wallTimeAt } from './zoned-time.ts';

const zones = [
  'America/Chicago',
  'America/New_York',
  'America/Phoenix',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
];

describe('wall time of a zone', () => {
  it('agrees with Temporal for any instant of 2025 to 2030', () => {
    const instants = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2030, 11, 31) });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (epochMs, zone) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
        expect(wallTimeAt(new Date(epochMs), zone)).toEqual({
          day: expected.toPlainDate().toString(),
          minutes: expected.hour * 60 + expected.minute,
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('turns any wall time into the instant Temporal names, nonexistent and doubled ones included', () => {
    const days = fc.integer({ min: 0, max: 2190 });
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom(...zones),
        (count, minutes, zone) => {
          const day = addDays('2025-01-01', count);
          const expected = Temporal.PlainDate.from(day)
            .toPlainDateTime({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
            .toZonedDateTime(zone, { disambiguation: 'compatible' });
          expect(instantAt(day, minutes, zone).getTime()).toBe(expected.epochMilliseconds);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('moves 2:30 on the night the clocks go forward to 3:30, and takes the first 1:30 on the night they go back', () => {
    expect(instantAt('2026-03-08', 150, 'America/Chicago').toISOString()).toBe('2026-03-08T08:30:00.000Z');
    expect(instantAt('2026-11-01', 90, 'America/Chicago').toISOString()).toBe('2026-11-01T06:30:00.000Z');
  });

  it('counts wall minutes across midnight and across a change of the clocks', () => {
    expect(minutesFromMidnight('2026-03-13T06:00:00Z', '2026-03-12', 'America/Chicago')).toBe(1440 + 60);
    expect(minutesFromMidnight('2026-03-08T14:00:00Z', '2026-03-08', 'America/Chicago')).toBe(540);
  });

  it('takes only real days from the address bar', () => {
    expect(isDay('2026-03-12')).toBe(true);
    expect(isDay('2026-13-40')).toBe(false);
    expect(isDay('today')).toBe(false);
    expect(isDay(null)).toBe(false);
  });
});
