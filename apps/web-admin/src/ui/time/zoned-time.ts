/**
 * Wall time of a business's zone in the browser. Temporal is not in every browser yet, so the few rules the screens
 * need stand on Intl; the tests hold them against Temporal, daylight saving included.
 */
export type WallTime = {
  /** YYYY-MM-DD in the zone. */
  day: string;
  /** Minutes since midnight on the clock, 0 to 1439. */
  minutes: number;
};

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** The zone's wall clock at an instant, to the minute. */
export function wallTimeAt(instant: Date | string, timeZone: string): WallTime {
  const at = typeof instant === 'string' ? new Date(instant) : instant;
  const shifted = new Date(at.getTime() + offsetMinutes(at.getTime(), timeZone) * MINUTE_MS);
  return {
    day: shifted.toISOString().slice(0, 10),
    minutes: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  };
}

/**
 * The instant of a wall time. In the spring gap the time moves forward by the gap; of the two in autumn it is the
 * earlier: what Temporal calls "compatible". Minutes may run past a day's ends.
 */
export function instantAt(day: string, minutes: number, timeZone: string): Date {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS;
  const before = offsetMinutes(asIfUtc - DAY_MINUTES * MINUTE_MS, timeZone);
  const after = offsetMinutes(asIfUtc + DAY_MINUTES * MINUTE_MS, timeZone);
  const early = asIfUtc - before * MINUTE_MS;
  const late = asIfUtc - after * MINUTE_MS;
  const isEarlyReal = offsetMinutes(early, timeZone) === before;
  const isLateReal = offsetMinutes(late, timeZone) === after;
  if (isEarlyReal && isLateReal) return new Date(Math.min(early, late));
  if (isEarlyReal) return new Date(early);
  if (isLateReal) return new Date(late);
  return new Date(early);
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MINUTES * MINUTE_MS)
    .toISOString()
    .slice(0, 10);
}

/** Minutes on the wall clock from a day's midnight; past 1440 for the days after, negative before. */
export function minutesFromMidnight(instant: Date | string, day: string, timeZone: string): number {
  const wall = wallTimeAt(instant, timeZone);
  const days =
    (Date.parse(`${wall.day}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / (DAY_MINUTES * MINUTE_MS);
  return days * DAY_MINUTES + wall.minutes;
}

export function isDay(text: string | null | undefined): text is string {
  return (
    typeof text === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
  );
}

const partsFormats = new Map<string, Intl.DateTimeFormat>();

function partsFormat(timeZone: string): Intl.DateTimeFormat {
  const known = partsFormats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  partsFormats.set(timeZone, made);
  return made;
}

/** East of UTC is positive. */
function offsetMinutes(epochMs: number, timeZone: string): number {
  const parts = new Map(
    partsFormat(timeZone)
      .formatToParts(epochMs)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return (wall - Math.floor(epochMs / MINUTE_MS) * MINUTE_MS) / MINUTE_MS;
}
