import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './plain-text.rules.ts';
import { understandWhen } from './understand-when.rules.ts';
import { whenPhrasings } from './when-phrasings.data.ts';
import type { BusinessCalendar, WhenRequest } from './when-request.rules.ts';

const weekdays = [1, 2, 3, 4, 5, 6];
const calendar: BusinessCalendar = {
  timeZone: 'America/Chicago',
  horizonDays: 60,
  openings: weekdays.map((weekday) => ({ weekday, opensMinute: 480, closesMinute: 1080 })),
  holidays: [{ day: '2026-12-25', name: 'Christmas' }],
};
const aroundTheClock: BusinessCalendar = {
  ...calendar,
  openings: [...weekdays, 7].map((weekday) => ({ weekday, opensMinute: 0, closesMinute: 1440 })),
};
const tuesday = at('2026-03-10T14:00');

function at(local: string, zone = 'America/Chicago'): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
}

function read(said: string, now = tuesday, business = calendar, previous: WhenRequest | null = null) {
  return understandWhen(wordsOf(said), business, now, previous);
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const short = (day: string) => day.slice(5);

function inShort({ when, recurrence }: ReturnType<typeof understandWhen>): string {
  const parts = when ? shortWhen(when) : ['nothing'];
  return [...parts, ...(recurrence ? [`~${recurrence}`] : [])].join(' ');
}

function shortWhen(when: WhenRequest): string[] {
  const { ranges, excludedWeekdays, excludedDays, time, question, problem } = when;
  const named = ranges.map(({ from, to }) => (from === to ? short(from) : `${short(from)}..${short(to)}`));
  return [
    named.length > 0 ? named.join(',') : 'any',
    ...(excludedWeekdays.length > 0 ? [`-wd${excludedWeekdays.join('')}`] : []),
    ...(excludedDays.length > 0 ? [`-${excludedDays.map(short).join(',')}`] : []),
    ...(time?.kind === 'exact' ? [`@${clock(time.minute)}`] : []),
    ...(time?.kind === 'window' ? [`@${clock(time.fromMinute)}-${clock(time.toMinute)}`] : []),
    ...(when.isEarliest ? ['asap'] : []),
    ...(when.saidZone ? [when.saidZone] : []),
    ...(question ? [`?${question.kind}${options(question)}`] : []),
    ...(problem
      ? [`!${problem.kind}${'day' in problem && problem.day ? `(${short(problem.day)})` : ''}`]
      : []),
  ];
}

function options(question: NonNullable<WhenRequest['question']>): string {
  if (question.kind === 'which-day') return `(${question.days.map(short).join(',')})`;
  return question.kind === 'which-half' ? `(${question.minutes.map(clock).join(',')})` : '';
}

describe('days and times as people write them', () => {
  it.each(whenPhrasings)('"%s" is %s', (said, meaning) => {
    expect(inShort(read(said))).toBe(meaning);
  });

  it('the tables hold at least 150 phrasings', () => {
    expect(whenPhrasings.length).toBeGreaterThanOrEqual(150);
  });

  it('"Friday" on a Friday after closing is next Friday; while open it is asked', () => {
    expect(inShort(read('Friday', at('2026-03-13T19:00')))).toBe('03-20');
    expect(inShort(read('Friday', at('2026-03-13T10:00')))).toBe('any ?which-day(03-13,03-20)');
  });

  it('"tomorrow" late in the evening follows the tenant\'s date, not UTC\'s', () => {
    expect(inShort(read('tomorrow', at('2026-03-10T23:50')))).toBe('03-11');
  });

  it('a time in the spring gap does not exist; the nearest is named', () => {
    const said = read('Sunday 8 March 2:30 am', at('2026-03-05T12:00'), aroundTheClock);
    expect(said.when?.problem).toEqual({
      kind: 'nonexistent-time',
      day: '2026-03-08',
      minute: 150,
      nearestMinute: 180,
    });
  });

  it('a time that happens twice in autumn is one time, not an error', () => {
    const said = read('November 1 at 1:30am', at('2026-10-20T12:00'), aroundTheClock);
    expect(inShort(said)).toBe('11-01 @01:30');
  });

  it('wall time stays what was said on the days around a change of clocks', () => {
    for (const [now, day] of [
      ['2026-03-06T12:00', '03-09'],
      ['2026-10-30T12:00', '11-02'],
    ] as const) {
      expect(inShort(read('Monday at 3', at(now)))).toBe(`${day} @15:00`);
    }
  });

  it('"at 8" is asked where both halves of the day are open', () => {
    expect(inShort(read('at 8', tuesday, aroundTheClock))).toBe('any ?which-half(08:00,20:00)');
    const asked = read('tomorrow at 8', tuesday, aroundTheClock).when;
    expect(inShort(read('in the evening', tuesday, aroundTheClock, asked))).toBe('03-11 @20:00');
  });

  it('what comes later adds to what was said before', () => {
    const friday = read('Friday').when;
    expect(inShort(read('after lunch', tuesday, calendar, friday))).toBe('03-13 @13:00-24:00');
    const afternoon = read('Friday afternoon').when;
    expect(inShort(read('actually Thursday', tuesday, calendar, afternoon))).toBe('03-12 @12:00-24:00');
    const nextWeek = read('next week').when;
    expect(inShort(read('not Wednesday', tuesday, calendar, nextWeek))).toBe('03-16..03-22 -wd3');
  });

  it('a weekday by itself is of the week that was spoken of', () => {
    const nextWeek = read('next week').when;
    expect(inShort(read('thursday 2pm', tuesday, calendar, nextWeek))).toBe('03-19 @14:00');
    const far = read('March 20').when;
    expect(inShort(read('actually thursday', tuesday, calendar, far))).toBe('03-19');
    expect(inShort(read('tuesday', tuesday, calendar, read('Tuesday next week').when))).toBe('03-17');
    expect(inShort(read('thursday', tuesday, calendar, read('Friday').when))).toBe('03-12');
  });

  it('a zone asked for completes the time', () => {
    const asked = read('tomorrow, 3 my time').when;
    expect(asked?.question?.kind).toBe('which-zone');
    expect(inShort(read('eastern', tuesday, calendar, asked))).toBe('03-11 @14:00 America/New_York');
  });

  it('no text breaks the reader, and every day it allows is a real one from today on', () => {
    const piece = fc.constantFrom(
      ...whenPhrasings.map(([said]) => said),
      ' ',
      '?',
      '\n',
      ' or ',
      ' not ',
      '🙂',
      "'",
      '31',
      '2/30',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 6 }),
        (pieces) => {
          const { when } = read(pieces.join(' '));
          for (const { from, to } of when?.ranges ?? []) {
            expect(from <= to).toBe(true);
            expect(to >= '2026-03-10').toBe(true);
            expect(Temporal.PlainDate.from(from).toString()).toBe(from);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
