import type { SeedBusiness, SeedDay, SeedMoment } from './demo-data.ts';

export interface DemoTime {
  timeZone: string;
  /** ISO weekdays on which the business is open. */
  openWeekdays: ReadonlySet<number>;
  /** The day that the screens show. */
  day: Temporal.PlainDate;
  /** The moment that the screens show. */
  scene: Temporal.Instant;
  now: Temporal.Instant;
}

type Business = Pick<SeedBusiness, 'timeZone' | 'hours' | 'sceneAt'>;

/** Lays the demo's day on today where the business is open and has not closed yet, else on its next open day. */
export function chooseDemoTime(business: Business, now: Temporal.Instant): DemoTime {
  const { timeZone } = business;
  const openWeekdays = new Set(business.hours.map((opening) => opening.weekday));
  const local = now.toZonedDateTimeISO(timeZone);
  const today = local.toPlainDate();
  const closes = business.hours
    .filter((opening) => opening.weekday === today.dayOfWeek)
    .map(({ closes }) => closes);
  const isOver = closes.every(
    (time) => Temporal.PlainTime.compare(local.toPlainTime(), Temporal.PlainTime.from(time)) >= 0,
  );
  const day = isOver ? nextOpenDay(openWeekdays, today, 1) : today;
  return { timeZone, openWeekdays, day, scene: wallTime(day, business.sceneAt, timeZone), now };
}

/** The date of a day of the demo. */
export function dateOf(time: DemoTime, day: SeedDay): Temporal.PlainDate {
  if ('date' in day) {
    const date = time.day.add({ days: day.date });
    return time.openWeekdays.has(date.dayOfWeek) ? date : nextOpenDay(time.openWeekdays, date, -1);
  }
  const step = day.open < 0 ? -1 : 1;
  let date = time.day;
  for (let left = Math.abs(day.open); left > 0; left -= 1) date = nextOpenDay(time.openWeekdays, date, step);
  return date;
}

/** When something is planned to be: its wall time in the business's zone, through daylight saving. */
export function plannedAt(time: DemoTime, moment: SeedMoment): Temporal.Instant {
  return wallTime(dateOf(time, moment.day), moment.at, time.timeZone);
}

/**
 * When something has happened: its wall time, unless the screens' moment is still to come; then everything that has
 * happened moves back together, so that nothing is from the future and the order stays.
 */
export function happenedAt(time: DemoTime, moment: SeedMoment): Temporal.Instant {
  const ahead = Math.max(0, time.scene.epochMilliseconds - time.now.epochMilliseconds);
  return plannedAt(time, moment).subtract({ milliseconds: ahead });
}

/** When a booking came: as written, but where the week falls otherwise at least two hours before the visit. */
export function madeAt(time: DemoTime, made: SeedMoment, startsAt: Temporal.Instant): Temporal.Instant {
  const written = happenedAt(time, made);
  const latest = startsAt.subtract({ hours: 2 });
  return Temporal.Instant.compare(written, latest) > 0 ? latest : written;
}

export interface PlannedVisit {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  isUnconfirmed: boolean;
  startsLateMinutes: number;
}

export interface VisitProgress {
  status: 'booked' | 'confirmed' | 'in_progress' | 'done';
  startedAt: Temporal.Instant | null;
  finishedAt: Temporal.Instant | null;
}

/** How far a visit is at `now`: what lies ahead cannot be done, and what is over is. */
export function progressOf(visit: PlannedVisit, now: Temporal.Instant): VisitProgress {
  const startedAt = visit.startsAt.add({ minutes: visit.startsLateMinutes });
  const finishedAt = visit.endsAt.add({ minutes: visit.startsLateMinutes });
  if (Temporal.Instant.compare(finishedAt, now) <= 0) return { status: 'done', startedAt, finishedAt };
  if (visit.isUnconfirmed) return { status: 'booked', startedAt: null, finishedAt: null };
  if (Temporal.Instant.compare(startedAt, now) <= 0)
    return { status: 'in_progress', startedAt, finishedAt: null };
  return { status: 'confirmed', startedAt: null, finishedAt: null };
}

/** Midnight before the first day to midnight after the last. */
export function wholeDays(
  time: DemoTime,
  days: readonly SeedDay[],
): { startsAt: Temporal.Instant; endsAt: Temporal.Instant } {
  const dates = days.map((day) => dateOf(time, day)).sort(Temporal.PlainDate.compare);
  const first = dates[0] ?? time.day;
  const last = dates.at(-1) ?? first;
  return {
    startsAt: first.toZonedDateTime(time.timeZone).toInstant(),
    endsAt: last.add({ days: 1 }).toZonedDateTime(time.timeZone).toInstant(),
  };
}

function nextOpenDay(
  openWeekdays: ReadonlySet<number>,
  from: Temporal.PlainDate,
  step: 1 | -1,
): Temporal.PlainDate {
  for (let days = 1; days <= 7; days += 1) {
    const date = from.add({ days: days * step });
    if (openWeekdays.has(date.dayOfWeek)) return date;
  }
  throw new RangeError('a business that is open on no weekday has no demo day');
}

function wallTime(date: Temporal.PlainDate, at: string, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at) }).toInstant();
}
