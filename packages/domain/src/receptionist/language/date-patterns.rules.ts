import { holidayWords, monthWords, ordinalWords } from './calendar-words.data.ts';
import {
  type AtomPattern,
  type DayContext,
  type DayMeaning,
  monthAlternatives,
  notATime,
  p,
  single,
} from './day-meaning.rules.ts';
import { dayOfNumbers, holidayDay, inMonthDay, ordinalDay } from './name-days.rules.ts';

const lateOrdinals = Object.keys(ordinalWords)
  .filter((word) => (ordinalWords[word] ?? 0) > 5)
  .join('|');
const notAThing =
  '(?!\\s*(?:one|option|slot|choice|time|car|vehicle|truck|floor|street|st|ave|avenue|row|ton)\\b)';

/** "3/12", "March 12", "12 de marzo", "Christmas": dates by number and name. */
export const datePatterns: readonly AtomPattern[] = [
  {
    pattern: p('\\b(\\d{4})-(\\d{2})-(\\d{2})\\b'),
    read: (m, c) => dayOfNumbers(c.today, Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    pattern: p(
      '(?<![\\d/$.:-])(\\d{1,2})([/-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?(?![\\d/:-]|\\s*(?:ton|acre|inch|hour|hr|tank|am|pm)\\b|\\s+of\\b)',
    ),
    read: (m, c) => readNumeric(m, c),
  },
  {
    pattern: p(
      `\\b(?:from )?(${monthAlternatives})\\.? (\\d{1,2})(?:st|nd|rd|th)? ?(?:-|to|through|thru) ?(\\d{1,2})(?:st|nd|rd|th)?\\b${notATime}`,
    ),
    read: (m, c) => readMonthSpan(m, c),
  },
  {
    pattern: p(
      `\\b(${monthAlternatives})\\.?,? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?:,? (20\\d{2}))?\\b${notATime}`,
    ),
    read: (m, c) =>
      inMonthDay(c.today, monthWords[m[1] ?? ''] ?? 0, Number(m[2]), m[3] ? Number(m[3]) : null),
  },
  {
    pattern: p(
      `(?<!\\bat )\\b(?:the |el )?(\\d{1,2})(?:st|nd|rd|th)?,? (?:of |de )?(${monthAlternatives})\\b\\.?(?:,? (?:de )?(20\\d{2}))?`,
    ),
    read: (m, c) =>
      inMonthDay(c.today, monthWords[m[2] ?? ''] ?? 0, Number(m[1]), m[3] ? Number(m[3]) : null),
  },
  ...holidayWords.map((holiday) => ({
    pattern: p(`\\b(?:${holiday.pattern})(?![a-z])`),
    read: (_: RegExpExecArray, c: DayContext) => single(holidayDay(holiday, c.today)),
  })),
];

/** "the 12th", read after everything longer. */
export const ordinalPatterns: readonly AtomPattern[] = [
  {
    pattern: p(`\\b(?:the |el |el dia )(\\d{1,2})(?:st|nd|rd|th)?\\b${notATime}${notAThing}`),
    read: (m, c) => readOrdinal(Number(m[1]), c),
  },
  {
    pattern: p(`\\b(?:on )?(\\d{1,2})(?:st|nd|rd|th)\\b${notAThing}`),
    read: (m, c) => readOrdinal(Number(m[1]), c),
  },
  {
    pattern: p(`\\b(?:on )?the (${lateOrdinals})\\b${notAThing}`),
    read: (m, c) => readOrdinal(ordinalWords[m[1] ?? ''] ?? 0, c),
  },
];

function readNumeric(match: RegExpExecArray, context: DayContext): DayMeaning | null {
  const [, first, separator, second, year] = match;
  // "2-4" is a time range; a dash makes a date only with a year.
  if (separator === '-' && year === undefined) return null;
  const fullYear = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 && b <= 12) return inMonthDay(context.today, b, a, fullYear);
  const usual = inMonthDay(context.today, a, b, fullYear);
  if (usual.pastDay === undefined || fullYear !== null || b > 12) return usual;
  const swapped = inMonthDay(context.today, b, a, null);
  const day = swapped.ranges[0]?.from;
  return day === undefined ? usual : { ...usual, askDays: [day] };
}

function readMonthSpan(match: RegExpExecArray, { today }: DayContext): DayMeaning {
  const month = monthWords[match[1] ?? ''] ?? 0;
  const first = inMonthDay(today, month, Number(match[2]), null);
  const last = inMonthDay(today, month, Number(match[3]), null);
  const [from, to] = [first.ranges[0]?.from, last.ranges[0]?.from];
  return from !== undefined && to !== undefined ? { ranges: [{ from, to }] } : first;
}

function readOrdinal(day: number, { today }: DayContext): DayMeaning | null {
  return day >= 1 && day <= 31 ? ordinalDay(today, day) : null;
}
