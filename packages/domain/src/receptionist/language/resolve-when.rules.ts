import { isClosed, lastClosing, localNow, openingsOn } from './business-calendar.rules.ts';
import type { Clock } from './clock-patterns.rules.ts';
import type { DaysRead } from './read-days.rules.ts';
import type { SpokenTime, TimesRead } from './read-times.rules.ts';
import { resolveTime, type TimeResolved } from './resolve-time.rules.ts';
import type { BusinessCalendar, DayRange, WhenProblem, WhenRequest } from './when-request.rules.ts';

export interface ResolveInput {
  readonly days: DaysRead;
  readonly times: TimesRead;
  readonly calendar: BusinessCalendar;
  readonly now: Temporal.Instant;
  /** What the customer had said before in this dialogue. */
  readonly previous: WhenRequest | null;
}

/**
 * Turns what was said into days and minutes of the tenant's zone. Opening hours decide between 3:00 and 15:00; the
 * daylight-saving gap is refused. Null when the text says nothing about when.
 */
export function resolveWhen(input: ResolveInput): WhenRequest | null {
  const { calendar, now, previous } = input;
  const days = withinPrevious(input);
  const spoken = spokenTime(input);
  const saysDays =
    days.ranges.length > 0 || days.askDays !== null || days.pastDay !== null || days.noSuchDay !== null;
  const saysExclusions = days.excludedDays.length > 0 || days.excludedWeekdays.length > 0;
  if (!saysDays && !saysExclusions && !spoken && !days.isEarliest && !days.isFlexible) return null;

  const today = localNow(calendar, now).day;
  const keepsDays = !saysDays && !days.isFlexible && !days.isEarliest;
  const fromNow = spoken?.kind === 'from-now';
  const kept = keepsDays && previous ? previous : null;
  const ranges = fromNow ? [{ from: today, to: today }] : kept ? kept.ranges : [...days.ranges];
  const excludedDays = [...new Set([...(kept?.excludedDays ?? []), ...days.excludedDays])].sort();
  const excludedWeekdays = [...new Set([...(kept?.excludedWeekdays ?? []), ...days.excludedWeekdays])].sort();
  const candidates = candidateDays({ ranges, excludedDays, excludedWeekdays }, today);
  const resolved = spoken ? resolveTime(spoken, calendar, now, candidates) : keptTime(input);

  const base: WhenRequest = {
    ranges,
    excludedDays,
    excludedWeekdays,
    time: resolved.time,
    isEarliest: days.isEarliest,
    saidZone: resolved.saidZone ?? null,
    question: days.askDays
      ? { kind: 'which-day', days: days.askDays.days.slice(0, 3), said: days.askDays.said.slice(0, 60) }
      : (resolved.question ?? null),
    problem: null,
  };
  return { ...base, problem: problemOf(base, resolved, input, today) };
}

// "Thursday", after "next week", is next week's.
function withinPrevious({ days, previous, calendar, now }: ResolveInput): DaysRead {
  const [range] = previous?.ranges ?? [];
  if (days.bareWeekday === null || !previous || !range) return days;
  const today = localNow(calendar, now).day;
  const ranges = [...previous.ranges, ...weekAround(range, today)];
  const [day, other] = candidateDays({ ...previous, ranges }, today).filter(
    (candidate) => Temporal.PlainDate.from(candidate).dayOfWeek === days.bareWeekday,
  );
  return day === undefined || other !== undefined
    ? days
    : { ...days, ranges: [{ from: day, to: day }], askDays: null };
}

// A single day a week ahead or more stands for its week: "actually Thursday" is of that week too.
function weekAround({ from, to }: DayRange, today: string): DayRange[] {
  const day = Temporal.PlainDate.from(from);
  if (from !== to || Temporal.PlainDate.from(today).until(day).days < 7) return [];
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  return [{ from: monday.toString(), to: monday.add({ days: 6 }).toString() }];
}

// The answer to "morning or evening?" or "which zone?" completes the time that was asked about.
function spokenTime({ times, previous }: ResolveInput): SpokenTime | null {
  const question = previous?.question;
  if (question?.kind === 'which-zone' && times.zone) {
    const clock: Clock = { hour: Math.floor(question.minute / 60), minute: question.minute % 60, half: null };
    return { kind: 'clock', clock, relation: 'at', zone: times.zone };
  }
  const { time } = times;
  if (question?.kind === 'which-half' && time?.kind === 'part') {
    const minute = question.minutes[(time.fromMinute ?? 0) < 690 ? 0 : 1] ?? 0;
    return {
      kind: 'clock',
      clock: { hour: Math.floor(minute / 60), minute: minute % 60, half: null },
      relation: 'at',
      zone: null,
    };
  }
  return time;
}

function keptTime({ days, previous }: ResolveInput): TimeResolved {
  if (!previous || days.isFlexible || days.isEarliest) return { time: null };
  return { time: previous.time, saidZone: previous.saidZone };
}

function problemOf(
  when: WhenRequest,
  resolved: TimeResolved,
  input: ResolveInput,
  today: string,
): WhenProblem | null {
  const { days, calendar, now } = input;
  if (days.noSuchDay) return { kind: 'no-such-day', said: days.noSuchDay.slice(0, 60) };
  if (days.pastDay) return { kind: 'past-day', day: days.pastDay };
  if (when.question) return null;
  const wanted = candidateDays(when, today);
  const [first] = wanted;
  const isOneDay = when.ranges.length === 1 && when.ranges[0]?.from === when.ranges[0]?.to;
  if (when.ranges.length > 0 && first === undefined)
    return { kind: 'past-day', day: when.ranges.at(-1)?.to ?? today };
  if (when.ranges.length > 0 && first !== undefined && wanted.every((day) => isClosed(calendar, day))) {
    return {
      kind: 'closed-day',
      day: first,
      name: calendar.holidays.find((holiday) => holiday.day === first)?.name ?? null,
    };
  }
  const horizon = Temporal.PlainDate.from(today).add({ days: calendar.horizonDays }).toString();
  if (first !== undefined && when.ranges.length > 0 && first > horizon)
    return { kind: 'beyond-horizon', day: first };
  if (resolved.outsideMinute !== undefined)
    return {
      kind: 'outside-hours',
      day: isOneDay && first !== undefined ? first : null,
      minute: resolved.outsideMinute,
    };
  if (!isOneDay || first === undefined) return null;
  return exactProblem(when, first, calendar, now, today);
}

function exactProblem(
  when: WhenRequest,
  day: string,
  calendar: BusinessCalendar,
  now: Temporal.Instant,
  today: string,
): WhenProblem | null {
  if (when.time?.kind === 'exact') {
    const gap = gapAt(day, when.time.minute, calendar.timeZone);
    if (gap !== null) return { kind: 'nonexistent-time', day, minute: when.time.minute, nearestMinute: gap };
  }
  if (day !== today) return null;
  const { minute } = localNow(calendar, now);
  if (when.time?.kind === 'exact' && when.time.minute <= minute)
    return { kind: 'past-time', day, minute: when.time.minute };
  if (when.time?.kind === 'window' && when.time.toMinute <= minute)
    return { kind: 'past-time', day, minute: when.time.toMinute };
  return minute >= lastClosing(openingsOn(calendar, day)) ? { kind: 'past-time', day, minute } : null;
}

/** Minutes after midnight at which the clocks' gap ends, when this wall time is inside one; else null. */
function gapAt(day: string, minute: number, timeZone: string): number | null {
  const wall = Temporal.PlainDate.from(day).toPlainDateTime({
    hour: Math.floor(minute / 60) % 24,
    minute: minute % 60,
  });
  const before = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (before.toPlainDateTime().equals(wall)) return null;
  const transition = before.getTimeZoneTransition('next');
  return transition ? transition.hour * 60 + transition.minute : null;
}

/** The days that ranges and exclusions leave, from today on; the next four weeks where no day was named. */
export function candidateDays(
  when: {
    readonly ranges: readonly DayRange[];
    readonly excludedDays: readonly string[];
    readonly excludedWeekdays: readonly number[];
  },
  today: string,
): string[] {
  const start = Temporal.PlainDate.from(today);
  const ranges =
    when.ranges.length > 0 ? when.ranges : [{ from: today, to: start.add({ days: 27 }).toString() }];
  const days: string[] = [];
  for (const range of ranges) {
    let day = Temporal.PlainDate.from(range.from < today ? today : range.from);
    for (; day.toString() <= range.to && days.length < 120; day = day.add({ days: 1 })) {
      if (!when.excludedDays.includes(day.toString()) && !when.excludedWeekdays.includes(day.dayOfWeek))
        days.push(day.toString());
    }
  }
  return [...new Set(days)].sort();
}
