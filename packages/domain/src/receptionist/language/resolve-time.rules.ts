import { isOpenAt, localNow, overlapMinutes } from './business-calendar.rules.ts';
import type { Clock } from './clock-patterns.rules.ts';
import type { SpokenTime } from './read-times.rules.ts';
import type { BusinessCalendar, WantedTime, WhenQuestion } from './when-request.rules.ts';

export interface TimeResolved {
  readonly time: WantedTime | null;
  readonly question?: WhenQuestion;
  readonly outsideMinute?: number;
  readonly saidZone?: string | null;
}

/** What a spoken time means within the opening hours of the days it is for. */
export function resolveTime(
  spoken: SpokenTime,
  calendar: BusinessCalendar,
  now: Temporal.Instant,
  days: readonly string[],
): TimeResolved {
  switch (spoken.kind) {
    case 'from-now': {
      const { minute } = localNow(calendar, now);
      return {
        time: { kind: 'window', fromMinute: Math.min(1439, minute + spoken.minutes), toMinute: 1440 },
      };
    }
    case 'part':
      return windowOf(spoken.fromMinute ?? 0, spoken.toMinute ?? 1440, calendar, days);
    case 'between':
      return resolveBetween(spoken, calendar, days);
    case 'clock':
      return resolveClock(spoken, calendar, days);
    default:
      return spoken satisfies never;
  }
}

function resolveClock(
  spoken: Extract<SpokenTime, { kind: 'clock' }>,
  calendar: BusinessCalendar,
  days: readonly string[],
): TimeResolved {
  const { clock, relation, zone } = spoken;
  if (zone === 'mine')
    return { time: null, question: { kind: 'which-zone', minute: clock.hour * 60 + clock.minute } };
  const said = minutesOf(clock).map((minute) => inTenantZone(minute, zone, calendar, days[0]));
  const fits = said.filter((minute) => {
    if (relation === 'before') return isOpenAt(calendar, days, minute - 1);
    return isOpenAt(calendar, days, minute);
  });
  const saidZone = zone !== null && zone !== calendar.timeZone ? zone : null;
  const [first, second] = fits;
  if (first !== undefined && second !== undefined && relation === 'at')
    return { time: null, question: { kind: 'which-half', minutes: [first, second] }, saidZone };
  const minute = first ?? said[0] ?? 0;
  if (first === undefined && relation !== 'before') return { time: null, outsideMinute: minute, saidZone };
  if (relation === 'at') return { time: { kind: 'exact', minute }, saidZone };
  if (relation === 'after') return { time: { kind: 'window', fromMinute: minute, toMinute: 1440 }, saidZone };
  return first === undefined
    ? { time: null, outsideMinute: minute, saidZone }
    : { time: { kind: 'window', fromMinute: 0, toMinute: minute }, saidZone };
}

// "Between 8 and 10" is the shortest pair of halves that meets the opening hours; "10 to 2" runs over noon.
function resolveBetween(
  spoken: Extract<SpokenTime, { kind: 'between' }>,
  calendar: BusinessCalendar,
  days: readonly string[],
): TimeResolved {
  const zone = spoken.zone === 'mine' ? null : spoken.zone;
  const pairs = minutesOf(spoken.from)
    .flatMap((from) => minutesOf(spoken.to).map((to) => ({ from, to })))
    .filter((pair) => pair.to > pair.from)
    .map((pair) => ({
      from: inTenantZone(pair.from, zone, calendar, days[0]),
      to: inTenantZone(pair.to, zone, calendar, days[0]),
    }))
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  const best = pairs.find((pair) => overlapMinutes(calendar, days, pair.from, pair.to) > 0) ?? pairs[0];
  if (!best) return { time: null, outsideMinute: minutesOf(spoken.from)[0] ?? 0 };
  return windowOf(best.from, best.to, calendar, days);
}

function windowOf(
  fromMinute: number,
  toMinute: number,
  calendar: BusinessCalendar,
  days: readonly string[],
): TimeResolved {
  if (overlapMinutes(calendar, days, fromMinute, toMinute) === 0)
    return { time: null, outsideMinute: fromMinute };
  return { time: { kind: 'window', fromMinute, toMinute } };
}

function minutesOf({ hour, minute, half }: Clock): number[] {
  if (hour > 12 || hour === 0) return [hour * 60 + minute];
  const morning = (hour % 12) * 60 + minute;
  if (half !== null) return [half === 'am' ? morning : morning + 720];
  return [morning, morning + 720];
}

function inTenantZone(
  minute: number,
  zone: string | null,
  calendar: BusinessCalendar,
  day: string | undefined,
): number {
  if (zone === null || zone === calendar.timeZone || day === undefined) return minute;
  const wall = Temporal.PlainDate.from(day).toPlainDateTime({
    hour: Math.floor(minute / 60) % 24,
    minute: minute % 60,
  });
  const there = wall.toZonedDateTime(zone).withTimeZone(calendar.timeZone);
  return there.hour * 60 + there.minute;
}
