/** Where "now" comes from. Passed in, so that a test or a demo decides what time it is. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** Stands still at one instant: the demo for screenshots, and tests. */
export function frozenClock(at: Temporal.Instant): Clock {
  return { now: () => at };
}

/** The clock of a process: frozen where CLOCK_AT is set, the system's otherwise. */
export function clockFrom(clockAt: Temporal.Instant | undefined): Clock {
  return clockAt ? frozenClock(clockAt) : systemClock;
}
