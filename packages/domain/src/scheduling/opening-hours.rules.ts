/** One opening of one weekday, in wall time. A weekday may have several; one without any is closed. */
export interface WeeklyOpening {
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** `HH:MM`. */
  readonly opensLocal: string;
  /** `HH:MM`, after opensLocal; `24:00` is the end of the day. */
  readonly closesLocal: string;
}

/** An opening of one day on the time line, with the starts that the grid allows in it, all in minutes since the epoch. */
export interface DayOpening {
  readonly opensAtMinute: number;
  readonly closesAtMinute: number;
  readonly startMinutes: readonly number[];
}

const minutesInPlainDay = 1440;

/** A day seen as minutes: fast where it has 24 hours, by the zone's rules where the clocks change in it. */
export interface LocalDay {
  readonly day: Temporal.PlainDate;
  readonly startsAtMinute: number;
  readonly lengthMinutes: number;
  readonly timeZone: string;
}

/** The days of a window, one zone look-up each. */
export function localDays(firstDay: Temporal.PlainDate, dayCount: number, timeZone: string): LocalDay[] {
  const days: LocalDay[] = [];
  let startsAtMinute = startOf(firstDay, timeZone);
  for (let index = 0; index < dayCount; index += 1) {
    const day = firstDay.add({ days: index });
    const endsAtMinute = startOf(day.add({ days: 1 }), timeZone);
    days.push({ day, startsAtMinute, lengthMinutes: endsAtMinute - startsAtMinute, timeZone });
    startsAtMinute = endsAtMinute;
  }
  return days;
}

/**
 * A day's openings with their grid. The grid is of wall times (9:00 stays 9:00 through daylight saving): a wall time
 * that the clocks skip is left out, one that comes twice is offered once, the earlier.
 */
export function openingsOfDay(
  localDay: LocalDay,
  weekly: readonly WeeklyOpening[],
  stepMinutes: number,
): DayOpening[] {
  const weekday = localDay.day.dayOfWeek;
  return weekly
    .filter((opening) => opening.weekday === weekday)
    .map((opening) =>
      toDayOpening(localDay, minuteOfDay(opening.opensLocal), minuteOfDay(opening.closesLocal), stepMinutes),
    )
    .sort((a, b) => a.opensAtMinute - b.opensAtMinute);
}

function toDayOpening(localDay: LocalDay, opens: number, closes: number, stepMinutes: number): DayOpening {
  const startMinutes: number[] = [];
  for (let wall = opens; wall < closes; wall += stepMinutes) {
    const minute = onTimeLine(localDay, wall);
    if (minute.exists) startMinutes.push(minute.at);
  }
  return {
    opensAtMinute: onTimeLine(localDay, opens).at,
    closesAtMinute: onTimeLine(localDay, closes).at,
    startMinutes: startMinutes.sort((a, b) => a - b),
  };
}

/** Where a wall minute of the day stands; for one that the clocks skip, the minute at which they go on. */
function onTimeLine(localDay: LocalDay, wallMinute: number): { at: number; exists: boolean } {
  if (wallMinute >= minutesInPlainDay) {
    return { at: localDay.startsAtMinute + localDay.lengthMinutes, exists: true };
  }
  if (localDay.lengthMinutes === minutesInPlainDay) {
    return { at: localDay.startsAtMinute + wallMinute, exists: true };
  }
  const wall = localDay.day.toPlainDateTime({ hour: Math.floor(wallMinute / 60), minute: wallMinute % 60 });
  const zoned = wall.toZonedDateTime(localDay.timeZone, { disambiguation: 'earlier' });
  if (zoned.toPlainDateTime().equals(wall)) return { at: zoned.epochMilliseconds / 60_000, exists: true };
  const gapEndsAt = zoned.getTimeZoneTransition('next') ?? zoned;
  return { at: gapEndsAt.epochMilliseconds / 60_000, exists: false };
}

function startOf(day: Temporal.PlainDate, timeZone: string): number {
  return day.toZonedDateTime(timeZone).epochMilliseconds / 60_000;
}

function minuteOfDay(local: string): number {
  return Number(local.slice(0, 2)) * 60 + Number(local.slice(3, 5));
}
