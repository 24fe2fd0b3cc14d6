import { localNow, openDaysFrom } from '../language/business-calendar.rules.ts';
import type { WhenProblem, WhenRequest } from '../language/when-request.rules.ts';
import { english as texts } from '../reply/english.template.ts';
import { dayFact, holidayFact, minuteFact, momentFact } from '../reply/fact.rules.ts';
import { localMoment } from '../reply/figures.rules.ts';
import { dayHoursPhrase, hoursPhrase } from '../reply/hours.rules.ts';
import type { Phrase } from '../reply/phrase.rules.ts';
import type { PickedSlots } from './pick-slots.rules.ts';
import type { TurnInput } from './turn.rules.ts';

export const anyTime: WhenRequest = {
  ranges: [],
  excludedDays: [],
  excludedWeekdays: [],
  time: null,
  isEarliest: false,
  saidZone: null,
  question: null,
  problem: null,
};

export function askAboutWhen(
  { question, problem }: WhenRequest,
  { facts, now }: TurnInput,
): { asked: 'day' | 'when'; says: Phrase[] } | null {
  if (!question) return null;
  if (question.kind === 'which-zone') return { asked: 'when', says: [texts.askZone()] };
  if (question.kind === 'which-half')
    return {
      asked: 'when',
      says: [texts.askWhichHalf(question.minutes.map((minute) => [minuteFact(minute)]))],
    };
  const days = question.days.map((day) => dayFact(day, facts, now));
  const passed = problem?.kind === 'past-day' ? [texts.hasPassed(dayFact(problem.day, facts, now))] : [];
  const [only] = days;
  if (days.length === 1 && only) return { asked: 'day', says: [...passed, texts.askDayOrOther(only)] };
  return { asked: 'day', says: [...passed, texts.askWhichDay(days.map((day) => [day]))] };
}

export function explain(problem: WhenProblem, { facts, now }: TurnInput): Phrase[] {
  switch (problem.kind) {
    case 'past-day':
      return [texts.hasPassed(dayFact(problem.day, facts, now))];
    case 'past-time':
      return [texts.hasPassed(momentFact(problem.day, problem.minute, facts, now))];
    case 'closed-day':
      return [texts.closedOn(holidayFact(problem.day, facts, now))];
    case 'outside-hours': {
      const hours = problem.day === null ? null : dayHoursPhrase(problem.day, facts);
      return [texts.openBetween(hours ?? hoursPhrase(facts))];
    }
    case 'nonexistent-time':
      return [texts.clocksSkip(minuteFact(problem.minute), dayFact(problem.day, facts, now))];
    case 'beyond-horizon': {
      const last = Temporal.PlainDate.from(localNow(facts.calendar, now).day).add({
        days: facts.calendar.horizonDays,
      });
      return [texts.bookableUntil(dayFact(last.toString(), facts, now))];
    }
    case 'no-such-day':
      return [texts.noSuchDay()];
    default:
      return problem satisfies never;
  }
}

// Nothing near it can be offered: the customer names another day.
export function isBeyondRepair(problem: WhenProblem | null, { facts, now }: TurnInput): boolean {
  if (problem?.kind === 'past-day' || problem?.kind === 'no-such-day' || problem?.kind === 'beyond-horizon')
    return true;
  const today = Temporal.PlainDate.from(localNow(facts.calendar, now).day);
  return (
    problem?.kind === 'closed-day' && problem.day > today.add({ days: facts.calendar.horizonDays }).toString()
  );
}

// What to look for instead of what cannot be: the nearest open days, the nearest time, the same day at other times.
export function around(when: WhenRequest, { facts, now }: TurnInput): WhenRequest {
  const { problem } = when;
  const today = localNow(facts.calendar, now).day;
  const free = { ...anyTime, excludedWeekdays: when.excludedWeekdays, excludedDays: when.excludedDays };
  const daysNear = (day: string) => {
    const from = Temporal.PlainDate.from(day).subtract({ days: 3 }).toString();
    const open = openDaysFrom(facts.calendar, from < today ? today : `${from}`, 5);
    return open.map((openDay) => ({ from: openDay, to: openDay }));
  };
  if (problem?.kind === 'closed-day') return { ...free, time: when.time, ranges: daysNear(problem.day) };
  if (problem?.kind === 'outside-hours') return { ...free, ranges: when.ranges };
  if (problem?.kind === 'nonexistent-time')
    return {
      ...free,
      ranges: when.ranges,
      time: { kind: 'window', fromMinute: problem.nearestMinute, toMinute: 1440 },
    };
  if (problem?.kind === 'past-time')
    return {
      ...free,
      ranges: [{ from: today, to: Temporal.PlainDate.from(today).add({ days: 7 }).toString() }],
      isEarliest: true,
    };
  return free;
}

export function notAsWanted(when: WhenRequest, found: PickedSlots, { facts, now }: TurnInput): Phrase[] {
  const [range] = when.ranges;
  const isOneDay = when.ranges.length === 1 && range !== undefined && range.from === range.to;
  if (!isOneDay) return [texts.nothingThen()];
  const isSameDay = found.offers.some(
    (offer) => localMoment(Temporal.Instant.from(offer.startsAt), facts.timeZone, 'en').isoDay === range.from,
  );
  if (isSameDay && when.time?.kind === 'exact')
    return [texts.notOpenThen(momentFact(range.from, when.time.minute, facts, now))];
  return isSameDay ? [texts.nothingThen()] : [texts.dayIsFull(dayFact(range.from, facts, now))];
}

export function zoneNote({ saidZone, time, ranges }: WhenRequest, { facts }: TurnInput): Phrase[] {
  const day = ranges[0]?.from;
  if (saidZone === null || time?.kind !== 'exact' || day === undefined) return [];
  const here = Temporal.PlainDate.from(day)
    .toPlainDateTime({ hour: Math.floor(time.minute / 60), minute: time.minute % 60 })
    .toZonedDateTime(facts.timeZone);
  const there = here.withTimeZone(saidZone);
  return [texts.inYourZone(minuteFact(there.hour * 60 + there.minute), minuteFact(time.minute))];
}
