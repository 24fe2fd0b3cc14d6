import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Offer } from '../actions/action-schemas.rules.ts';
import { wordsOf } from '../language/plain-text.rules.ts';
import { readAnswer } from '../language/read-answers.rules.ts';
import { understandWhen } from '../language/understand-when.rules.ts';
import type { Understanding } from '../language/understanding.rules.ts';
import type { WhenRequest } from '../language/when-request.rules.ts';
import { chooseOffer } from './choose-offer.rules.ts';
import { pickSlots } from './pick-slots.rules.ts';

const zone = 'America/Chicago';
const id = '018f0000-0000-7000-8000-000000000001';
const at = (local: string): Offer => ({
  startsAt: Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString(),
  resourceId: id,
  resourceName: 'Ana',
});
const now = Temporal.Instant.from(at('2026-03-10T14:00').startsAt);
const calendar = {
  timeZone: zone,
  horizonDays: 60,
  openings: [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensMinute: 480, closesMinute: 1080 })),
  holidays: [],
};
const anyTime: WhenRequest = {
  ranges: [],
  excludedDays: [],
  excludedWeekdays: [],
  time: null,
  isEarliest: false,
  saidZone: null,
  question: null,
  problem: null,
};
const friday: WhenRequest = { ...anyTime, ranges: [{ from: '2026-03-13', to: '2026-03-13' }] };

function answer(said: string, previous: WhenRequest | null = friday): Understanding {
  const words = wordsOf(said);
  return {
    intents: [],
    serviceIds: [],
    addOnIds: [],
    asset: null,
    when: understandWhen(words, calendar, now, previous).when,
    numberWhen: null,
    recurrence: null,
    answer: readAnswer(words.plain, said),
    name: null,
    address: null,
    isSameAddress: false,
    isForSeveral: false,
    faqId: null,
    asksWhatIsIncluded: false,
    asksForNamedWork: false,
    isQuestion: false,
    needsPerson: null,
    language: 'en',
  };
}

describe('choosing among offers', () => {
  const offers = [at('2026-03-13T11:30'), at('2026-03-13T12:30'), at('2026-03-13T16:30')];
  const chosen = (said: string, among = offers, previous: WhenRequest | null = friday) => {
    const choice = chooseOffer(answer(said, previous), among, previous, zone);
    return choice.kind === 'chosen' ? among.indexOf(choice.offer) : choice.kind;
  };

  it.each([
    ['2', 1],
    ['the first one', 0],
    ['the last one', 2],
    ['12:30', 1],
    ['12:30 works', 1],
    ['4', 2],
    ['4:30 please', 2],
    ['the morning one', 0],
    ['any of those', 0],
    ['ok', 'ask-which'],
    ['yes', 'ask-which'],
    ['no', 'declined'],
    ['at 3', 'none'],
    ['Saturday', 'none'],
    ['7', 'none'],
  ])('"%s" is %s', (said, expected) => {
    expect(chosen(said)).toBe(expected);
  });

  it('"2" is the second of three, not two o\'clock; where one is at two o\'clock it is asked', () => {
    expect(chosen('2', [at('2026-03-13T08:00'), at('2026-03-13T09:00'), at('2026-03-13T15:00')])).toBe(1);
    expect(chosen('2', [at('2026-03-13T12:00'), at('2026-03-13T13:00'), at('2026-03-13T14:00')])).toBe(
      'ask-which',
    );
  });

  it('a yes to a single offer is a yes to it', () => {
    expect(chosen('yes', [at('2026-03-13T12:30')])).toBe(0);
    expect(chosen('ok', [at('2026-03-13T12:30')])).toBe(0);
  });

  it('over several days the day decides', () => {
    const over = [at('2026-03-16T09:00'), at('2026-03-17T09:00'), at('2026-03-19T09:00')];
    const nextWeek = { ...anyTime, ranges: [{ from: '2026-03-16', to: '2026-03-22' }] };
    expect(chosen('Thursday next week', over, nextWeek)).toBe(2);
    expect(chosen('the 17th', over, nextWeek)).toBe(1);
    expect(chosen('9', over, nextWeek)).toBe('ask-which');
  });

  it('without an offer nothing is chosen, whatever is said', () => {
    fc.assert(
      fc.property(fc.constantFrom('yes', '2', 'the first', 'ok', '12:30', 'any'), (said) => {
        expect(chooseOffer(answer(said), [], friday, zone).kind).toBe('none');
      }),
    );
  });
});

describe('picking slots to offer', () => {
  const day = (date: string, hours: readonly number[]) => ({
    day: date,
    slots: hours.map((hour) => ({
      ...at(`${date}T${String(hour).padStart(2, '0')}:00`),
      endsAt: at(`${date}T${String(hour).padStart(2, '0')}:30`).startsAt,
    })),
    reason: null,
    note: null,
  });
  const week = ['2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14'].map((date) =>
    day(date, [8, 9, 10, 11, 12, 13, 14, 15, 16]),
  );
  const all = new Set(week.map((d) => d.day));
  const hours = (when: WhenRequest, days = week, allowed = all) =>
    pickSlots(days, when, allowed, zone).offers.map((offer) =>
      Temporal.Instant.from(offer.startsAt)
        .toZonedDateTimeISO(zone)
        .toPlainDateTime()
        .toString()
        .slice(5, 13),
    );

  it('spreads over one day, or over three days', () => {
    expect(hours(friday, week, new Set(['2026-03-13']))).toEqual(['03-13T08', '03-13T12', '03-13T16']);
    expect(hours(anyTime)).toEqual(['03-11T08', '03-12T12', '03-13T08']);
  });

  it('offers the exact time that was asked for, else the nearest of that day', () => {
    const exact = (minute: number): WhenRequest => ({ ...friday, time: { kind: 'exact', minute } });
    const only = new Set(['2026-03-13']);
    expect(pickSlots(week, exact(900), only, zone)).toMatchObject({
      isAsWanted: true,
    });
    expect(hours(exact(900), week, only)).toEqual(['03-13T15']);
    expect(pickSlots(week, exact(1050), only, zone).isAsWanted).toBe(false);
    expect(hours(exact(1050), week, only)).toEqual(['03-13T14', '03-13T15', '03-13T16']);
  });

  it('takes the first there are for "as soon as possible"', () => {
    expect(hours({ ...anyTime, isEarliest: true })).toEqual(['03-11T08', '03-11T09', '03-11T10']);
  });

  it('offers at most three, all of them open, in the order of time', () => {
    const someDays = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 20 }),
        hours: fc.uniqueArray(fc.integer({ min: 8, max: 17 }), { maxLength: 9 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(someDays, fc.option(fc.integer({ min: 0, max: 1439 }), { nil: null }), (days, minute) => {
        const rows = [...new Map(days.map((d) => [d.at, d])).values()]
          .sort((a, b) => a.at - b.at)
          .map((d) =>
            day(
              Temporal.PlainDate.from('2026-03-11').add({ days: d.at }).toString(),
              d.hours.toSorted((a, b) => a - b),
            ),
          );
        const open = rows.flatMap((row) => row.slots.map((slot) => slot.startsAt));
        const when: WhenRequest = minute === null ? anyTime : { ...anyTime, time: { kind: 'exact', minute } };
        const { offers } = pickSlots(rows, when, new Set(rows.map((row) => row.day)), zone);
        expect(offers.length).toBeLessThanOrEqual(3);
        expect(offers.every((offer) => open.includes(offer.startsAt))).toBe(true);
        expect(offers.map((offer) => offer.startsAt)).toEqual(
          offers.map((offer) => offer.startsAt).toSorted(),
        );
        if (open.length > 0) expect(offers.length).toBeGreaterThan(0);
      }),
    );
  });
});
