import { resolveLocalTime } from './local-time.rules.ts';
import { localDays, openingsOfDay, type WeeklyOpening } from './opening-hours.rules.ts';

export type ParsedStart =
  | { kind: 'instant'; at: Temporal.Instant }
  | { kind: 'nonexistent'; before: string; after: string }
  | { kind: 'unreadable' };

/** Reads a start as it comes over the wire: an instant, or a wall time without an offset in the business's zone. */
export function parseStart(text: string, timeZone: string): ParsedStart {
  try {
    if (/(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) return { kind: 'instant', at: Temporal.Instant.from(text) };
    const local = resolveLocalTime(Temporal.PlainDateTime.from(text), timeZone);
    return local.kind === 'exists' ? { kind: 'instant', at: local.at } : local;
  } catch (cause) {
    if (cause instanceof RangeError) return { kind: 'unreadable' };
    throw cause;
  }
}

export interface StartQuestion {
  readonly startsAt: Temporal.Instant;
  readonly durationMinutes: number;
  readonly now: Temporal.Instant;
  readonly timeZone: string;
  readonly hours: readonly WeeklyOpening[];
  readonly holidays: readonly { day: string; name: string }[];
  readonly noticeMinutes: number;
  readonly horizonDays: number;
  /** Customers are bound by the business's notice and horizon, staff by three years only. */
  readonly isByStaff: boolean;
  /** Staff said that it is outside the hours on purpose. */
  readonly isOutsideHours: boolean;
}

export type StartVerdict =
  | { kind: 'fine' }
  | { kind: 'bad-time' | 'past' | 'too-soon' | 'beyond-horizon' }
  | { kind: 'holiday'; name: string }
  | { kind: 'closed'; weekday: number }
  | { kind: 'outside-hours'; openings: readonly { opensAt: Temporal.Instant; closesAt: Temporal.Instant }[] };

/** A slot that was offered in time stays bookable while its hold lasts. */
const noticeGraceMinutes = 10;
/** Nobody plans further ahead: a year typed wrong is caught here. */
const staffHorizonDays = 1096;
const minuteMs = 60_000;

/** Whether work may start then, by the clock and the calendar alone; who is free is the database's to say. */
export function checkStart(question: StartQuestion): StartVerdict {
  const startMs = question.startsAt.epochMilliseconds;
  const nowMs = question.now.epochMilliseconds;
  if (startMs % minuteMs !== 0 || question.startsAt.epochNanoseconds % 60_000_000_000n !== 0n)
    return { kind: 'bad-time' };
  if (startMs < nowMs - (nowMs % minuteMs)) return { kind: 'past' };
  if (!question.isByStaff) {
    const noticeMinutes = Math.max(0, question.noticeMinutes - noticeGraceMinutes);
    if (startMs < nowMs + noticeMinutes * minuteMs) return { kind: 'too-soon' };
  }
  const horizonDays = question.isByStaff ? staffHorizonDays : question.horizonDays;
  const lastDay = dayOf(question.now, question.timeZone).add({ days: horizonDays });
  if (Temporal.PlainDate.compare(dayOf(question.startsAt, question.timeZone), lastDay) > 0) {
    return { kind: 'beyond-horizon' };
  }
  return question.isByStaff && question.isOutsideHours ? { kind: 'fine' } : checkHours(question);
}

function checkHours(question: StartQuestion): StartVerdict {
  const day = dayOf(question.startsAt, question.timeZone);
  const holiday = question.holidays.find((candidate) => candidate.day === day.toString());
  if (holiday) return { kind: 'holiday', name: holiday.name };
  const [localDay] = localDays(day, 1, question.timeZone);
  const openings = localDay ? openingsOfDay(localDay, question.hours, 1440) : [];
  if (openings.length === 0) return { kind: 'closed', weekday: day.dayOfWeek };
  const start = question.startsAt.epochMilliseconds / minuteMs;
  const end = start + question.durationMinutes;
  if (openings.some((opening) => start >= opening.opensAtMinute && end <= opening.closesAtMinute))
    return { kind: 'fine' };
  return {
    kind: 'outside-hours',
    openings: openings.map((opening) => ({
      opensAt: instantAt(opening.opensAtMinute),
      closesAt: instantAt(opening.closesAtMinute),
    })),
  };
}

function dayOf(at: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate();
}

function instantAt(minute: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(minute * minuteMs);
}
