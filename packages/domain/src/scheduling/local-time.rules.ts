/** A wall time put on the time line. Ambiguous (the hour repeats when clocks go back): the earlier instant is taken. */
export type LocalTime =
  | { kind: 'exists'; at: Temporal.Instant; isAmbiguous: boolean }
  | { kind: 'nonexistent'; before: string; after: string };

/**
 * Finds the instant of a wall time in a zone. A time that the clocks skip is refused, with the last wall time before
 * the gap and the first after it, so that a person can be told both.
 */
export function resolveLocalTime(local: Temporal.PlainDateTime, timeZone: string): LocalTime {
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (!earlier.toPlainDateTime().equals(local)) {
    const gapEndsAt = earlier.getTimeZoneTransition('next');
    const gapStartsAt = gapEndsAt?.subtract({ minutes: 1 }) ?? earlier;
    return { kind: 'nonexistent', before: wallTime(gapStartsAt), after: wallTime(gapEndsAt ?? later) };
  }
  return { kind: 'exists', at: earlier.toInstant(), isAmbiguous: !earlier.equals(later) };
}

/** Minutes since the epoch, rounded down: where a booking begins. */
export function minuteOf(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 60_000);
}

/** Minutes since the epoch, rounded up: where a busy range ends, so that no second of it is given away. */
export function minuteAfter(at: Temporal.Instant): number {
  return Math.ceil(at.epochMilliseconds / 60_000);
}

export function instantOfMinute(minute: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
}

/** The tenant's calendar day on which an instant falls. */
export function localDayOf(at: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The instants at which a tenant's day begins and ends: 23, 24 or 25 hours apart. */
export function boundsOfDay(
  day: Temporal.PlainDate,
  timeZone: string,
): { startsAt: Temporal.Instant; endsAt: Temporal.Instant } {
  return {
    startsAt: day.toZonedDateTime(timeZone).toInstant(),
    endsAt: day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
  };
}

function wallTime(at: Temporal.ZonedDateTime): string {
  return at.toPlainTime().toString({ smallestUnit: 'minute' });
}
