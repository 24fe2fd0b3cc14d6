import { z } from 'zod';

/** A local calendar day, YYYY-MM-DD. */
export const Day = z.iso.date();
/** Minutes after local midnight. */
const Minute = z.int().min(0).max(1440);

export const DayRange = z.strictObject({ from: Day, to: Day });
export type DayRange = z.infer<typeof DayRange>;

export const WantedTime = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exact'), minute: Minute }),
  z.strictObject({ kind: z.literal('window'), fromMinute: Minute, toMinute: Minute }),
]);
export type WantedTime = z.infer<typeof WantedTime>;

/** What must be asked before the request means one thing. */
export const WhenQuestion = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('which-day'),
    days: z.array(Day).min(1).max(3),
    said: z.string().max(60),
  }),
  z.strictObject({ kind: z.literal('which-half'), minutes: z.array(Minute).length(2) }),
  z.strictObject({ kind: z.literal('which-zone'), minute: Minute }),
]);
export type WhenQuestion = z.infer<typeof WhenQuestion>;

/** Why the request cannot be met as it was said. */
export const WhenProblem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('past-day'), day: Day }),
  z.strictObject({ kind: z.literal('past-time'), day: Day, minute: Minute }),
  z.strictObject({ kind: z.literal('closed-day'), day: Day, name: z.string().nullable() }),
  z.strictObject({ kind: z.literal('outside-hours'), day: Day.nullable(), minute: Minute }),
  z.strictObject({ kind: z.literal('nonexistent-time'), day: Day, minute: Minute, nearestMinute: Minute }),
  z.strictObject({ kind: z.literal('beyond-horizon'), day: Day }),
  z.strictObject({ kind: z.literal('no-such-day'), said: z.string().max(60) }),
]);
export type WhenProblem = z.infer<typeof WhenProblem>;

/**
 * When a customer wants the work done, resolved in the tenant's zone. Kept in the dialogue's state, so that "Friday" and a
 * later "after lunch" add up. No ranges means any day; a null time means any time.
 */
export const WhenRequest = z.strictObject({
  ranges: z.array(DayRange).max(40),
  excludedDays: z.array(Day).max(60),
  excludedWeekdays: z.array(z.int().min(1).max(7)).max(7),
  time: WantedTime.nullable(),
  /** "ASAP": the first slot there is. */
  isEarliest: z.boolean(),
  /** The zone the customer named, when it is not the tenant's. */
  saidZone: z.string().max(64).nullable(),
  question: WhenQuestion.nullable(),
  problem: WhenProblem.nullable(),
});
export type WhenRequest = z.infer<typeof WhenRequest>;

/** The tenant's week as it bears on dates: what "at 8" and "Friday" mean depends on it. */
export interface BusinessCalendar {
  readonly timeZone: string;
  /** ISO weekday; a weekday may have several openings, one without is closed. Minutes after midnight. */
  readonly openings: ReadonlyArray<{
    readonly weekday: number;
    readonly opensMinute: number;
    readonly closesMinute: number;
  }>;
  readonly holidays: ReadonlyArray<{ readonly day: string; readonly name: string }>;
  readonly horizonDays: number;
}
