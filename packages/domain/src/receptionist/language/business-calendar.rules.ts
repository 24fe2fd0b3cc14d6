import type { BusinessCalendar } from './when-request.rules.ts';

type Opening = BusinessCalendar['openings'][number];

/** The tenant's local day and minutes after its midnight, whatever day it is in UTC. */
export function localNow(
  calendar: Pick<BusinessCalendar, 'timeZone'>,
  now: Temporal.Instant,
): { day: string; minute: number } {
  const local = now.toZonedDateTimeISO(calendar.timeZone);
  return { day: local.toPlainDate().toString(), minute: local.hour * 60 + local.minute };
}

export function openingsOn(calendar: BusinessCalendar, day: string): readonly Opening[] {
  if (calendar.holidays.some((holiday) => holiday.day === day)) return [];
  const weekday = Temporal.PlainDate.from(day).dayOfWeek;
  return calendar.openings.filter((opening) => opening.weekday === weekday);
}

export function isClosed(calendar: BusinessCalendar, day: string): boolean {
  return openingsOn(calendar, day).length === 0;
}

export function isOpenAt(calendar: BusinessCalendar, days: readonly string[], minute: number): boolean {
  return openings(calendar, days).some(
    (opening) => opening.opensMinute <= minute && minute < opening.closesMinute,
  );
}

/** Minutes of a daily window that lie within opening hours on the best of these days. */
export function overlapMinutes(
  calendar: BusinessCalendar,
  days: readonly string[],
  fromMinute: number,
  toMinute: number,
): number {
  const overlaps = openings(calendar, days).map(
    (opening) => Math.min(opening.closesMinute, toMinute) - Math.max(opening.opensMinute, fromMinute),
  );
  return Math.max(0, ...overlaps);
}

export function lastClosing(onDay: readonly Opening[]): number {
  return Math.max(0, ...onDay.map((opening) => opening.closesMinute));
}

export function isOverToday(calendar: BusinessCalendar, now: Temporal.Instant): boolean {
  const { day, minute } = localNow(calendar, now);
  return minute >= lastClosing(openingsOn(calendar, day));
}

/** The next open days from a day on, that day included. */
export function openDaysFrom(calendar: BusinessCalendar, day: string, count: number): string[] {
  const found: string[] = [];
  let next = Temporal.PlainDate.from(day);
  for (let i = 0; i < 60 && found.length < count; i += 1, next = next.add({ days: 1 })) {
    if (!isClosed(calendar, next.toString())) found.push(next.toString());
  }
  return found;
}

// On days that are all closed the usual week still says what "at 3" means; the closed day is reported by itself.
function openings(calendar: BusinessCalendar, days: readonly string[]): readonly Opening[] {
  const onDays = days.flatMap((day) => openingsOn(calendar, day));
  return onDays.length > 0 ? onDays : calendar.openings;
}
