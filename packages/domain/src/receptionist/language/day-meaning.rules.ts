import { monthWords, numberWords, weekdayWords } from './calendar-words.data.ts';
import type { Span } from './plain-text.rules.ts';
import type { DayRange } from './when-request.rules.ts';

export interface DayContext {
  readonly today: Temporal.PlainDate;
  /** True when nothing is open any more today: "Friday" on a Friday evening is next Friday. */
  readonly isTodayOver: boolean;
}

/** What one phrase ("next Friday", "the 12th", "weekends") means by itself. */
export interface DayMeaning {
  readonly ranges: readonly DayRange[];
  /** The phrase names weekdays in general ("Wednesday", "weekends"), so that excluding it excludes them all. */
  readonly weekdays?: readonly number[];
  /** "Thursday" and no more: which one depends on what was spoken of before. */
  readonly isBareWeekday?: boolean;
  /** Holds for every such weekday, not for one date. */
  readonly isGeneral?: boolean;
  readonly askDays?: readonly string[];
  readonly pastDay?: string;
  readonly noSuchDay?: boolean;
  /** A calendar date was said ("the 13th"), which may stand beside a weekday ("Friday the 13th"). */
  readonly isDate?: boolean;
}

export interface DayAtom extends Span {
  readonly meaning: DayMeaning;
}

export interface AtomPattern {
  readonly pattern: RegExp;
  /** Null: not a day after all. A shorter span is answered through `length`. */
  readonly read: (match: RegExpExecArray, context: DayContext) => (DayMeaning & { length?: number }) | null;
}

export const alternatives = (words: Readonly<Record<string, unknown>>) =>
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join('|');

export const weekdayAlternatives = alternatives(weekdayWords);
export const monthAlternatives = alternatives(monthWords);
export const countAlternatives = `\\d{1,2}|${alternatives(numberWords)}`;
/** After a number: it is no hour ("March 2:30"). */
export const notATime = "(?![:\\d/]|\\s*(?:am|pm|a\\.m|p\\.m|o'?clock)\\b)";

export const p = (source: string) => new RegExp(source, 'g');
export const countOf = (word: string | undefined) =>
  word === undefined ? 1 : (numberWords[word] ?? Number(word));
export const single = (day: Temporal.PlainDate): DayMeaning => range(day, day);
export const range = (from: Temporal.PlainDate, to: Temporal.PlainDate): DayMeaning => ({
  ranges: [{ from: from.toString(), to: to.toString() }],
});
