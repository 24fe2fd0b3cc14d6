import { isOverToday, localNow } from './business-calendar.rules.ts';
import { type Span, type Words, without } from './plain-text.rules.ts';
import { readDays } from './read-days.rules.ts';
import { readTimes } from './read-times.rules.ts';
import { resolveWhen } from './resolve-when.rules.ts';
import type { BusinessCalendar, WhenRequest } from './when-request.rules.ts';

export interface WhenUnderstood {
  readonly when: WhenRequest | null;
  /** "every other Tuesday": a plan, not one visit. */
  readonly recurrence: string | null;
  readonly spans: readonly Span[];
}

/** Reads days and times out of a text and resolves them in the tenant's zone, adding to what was said before. */
export function understandWhen(
  words: Words,
  calendar: BusinessCalendar,
  now: Temporal.Instant,
  previous: WhenRequest | null,
): WhenUnderstood {
  const today = Temporal.PlainDate.from(localNow(calendar, now).day);
  const days = readDays(words, { today, isTodayOver: isOverToday(calendar, now) });
  const times = readTimes(without(words, days.spans).plain, days.spans);
  const when = resolveWhen({ days, times, calendar, now, previous });
  return { when, recurrence: days.recurrence, spans: [...days.spans, ...times.spans] };
}
