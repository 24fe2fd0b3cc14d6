/** Instants that bound the periods Home compares. */
export interface HomePeriods {
  /** Starts of the last seven days and of tomorrow, oldest first, in the business's zone: eight instants. */
  dayStarts: Temporal.Instant[];
  /** Starts of the last seven weeks (Monday) and of the next: eight instants. */
  weekStarts: Temporal.Instant[];
}

/** Days and weeks of a business by its own calendar: a day may have 23 or 25 hours. */
export function homePeriods(now: Temporal.Instant, timeZone: string): HomePeriods {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant();
  return {
    dayStarts: Array.from({ length: 8 }, (_, index) => startOf(today.add({ days: index - 6 }))),
    weekStarts: Array.from({ length: 8 }, (_, index) => startOf(monday.add({ weeks: index - 6 }))),
  };
}

/** The last value, the one before it, and all as bars. */
export function toFigure(values: readonly number[]): {
  value: number;
  before: number | null;
  bars: number[];
} {
  return {
    value: values.at(-1) ?? 0,
    before: values.length > 1 ? (values.at(-2) ?? 0) : null,
    bars: [...values],
  };
}

/** Whole per cent, 0 where there is nothing to divide by. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}
