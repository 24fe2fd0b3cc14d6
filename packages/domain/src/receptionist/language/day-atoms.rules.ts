import { holidayWords, monthWords, numberWords, ordinalWords, weekdayWords } from './calendar-words.data.ts';
import {
  dayOfNumbers,
  holidayDay,
  inMonthDay,
  monthRange,
  nextWeekday,
  ordinalDay,
  weekOf,
} from './name-days.rules.ts';
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

interface AtomPattern {
  readonly pattern: RegExp;
  /** Null: not a day after all. A shorter span is answered through `length`. */
  readonly read: (match: RegExpExecArray, context: DayContext) => (DayMeaning & { length?: number }) | null;
}

export const alternatives = (words: Readonly<Record<string, unknown>>) =>
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join('|');

const weekdayAlternatives = alternatives(weekdayWords);
const monthAlternatives = alternatives(monthWords);
const countAlternatives = `\\d{1,2}|${alternatives(numberWords)}`;
const lateOrdinals = Object.keys(ordinalWords)
  .filter((word) => (ordinalWords[word] ?? 0) > 5)
  .join('|');
const notATime = "(?![:\\d/]|\\s*(?:am|pm|a\\.m|p\\.m|o'?clock)\\b)";
const notAThing =
  '(?!\\s*(?:one|option|slot|choice|time|car|vehicle|truck|floor|street|st|ave|avenue|row|ton)\\b)';

const single = (day: Temporal.PlainDate): DayMeaning => range(day, day);
const range = (from: Temporal.PlainDate, to: Temporal.PlainDate): DayMeaning => ({
  ranges: [{ from: from.toString(), to: to.toString() }],
});
const countOf = (word: string | undefined) => (word === undefined ? 1 : (numberWords[word] ?? Number(word)));
const p = (source: string) => new RegExp(source, 'g');

const patterns: readonly AtomPattern[] = [
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
  {
    pattern: p('\\bpasado manana\\b|\\b(?:the )?day after tom+or+ow\\b|\\bovermorrow\\b'),
    read: (_, c) => single(c.today.add({ days: 2 })),
  },
  {
    pattern: p(
      `\\b(?:(?:in|within) the next|within) (?:(?:a|the) )?(${countAlternatives})(?: of)? (day|week)s?\\b`,
    ),
    read: (m, c) => range(c.today, c.today.add({ days: countOf(m[1]) * (m[2] === 'week' ? 7 : 1) })),
  },
  {
    pattern: p('\\b(?:with)?in the next (week)\\b'),
    read: (_, c) => range(c.today, c.today.add({ days: 7 })),
  },
  {
    pattern: p(
      `\\b(?:in|en) (?:a )?(${countAlternatives})(?: of)? (day|dia|week|semana|month|mes)(?:e?s)?\\b(?:'s time| from now)?`,
    ),
    read: (m, c) => readIn(m[1], m[2], c.today, c),
  },
  {
    pattern: p(`\\b(${countAlternatives})(?: of)? (day|week)s? (?:from (now|today|tomorrow)|out)\\b`),
    read: (m, c) => readIn(m[1], m[2], m[3] === 'tomorrow' ? c.today.add({ days: 1 }) : c.today, c),
  },
  {
    pattern: p(`\\b(?:a )?week (?:from|after) (?:this )?(${weekdayAlternatives})\\b`),
    read: (m, c) => single(nextWeekday(c, weekdayWords[m[1] ?? ''] ?? 1).add({ days: 7 })),
  },
  {
    pattern: p(`\\b(${weekdayAlternatives}) (?:after next|(?:a )?week from now)\\b`),
    read: (m, c) => single(nextWeekday(c, weekdayWords[m[1] ?? ''] ?? 1).add({ days: 7 })),
  },
  {
    pattern: p(
      `\\b(?:week of|week starting|week beginning) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b${notATime}`,
    ),
    read: (m, c) => weekContaining(ordinalDay(c.today, Number(m[1]))),
  },
  {
    pattern: p(`\\b(?:the )?week of (${monthAlternatives}) (\\d{1,2})\\b`),
    read: (m, c) => weekContaining(inMonthDay(c.today, monthWords[m[1] ?? ''] ?? 0, Number(m[2]), null)),
  },
  {
    pattern: p(`\\b(next week|the week after next|week after next),? (?:on )?(${weekdayAlternatives})\\b`),
    read: (m, c) => single(inWeek(c.today, m[1] === 'next week' ? 1 : 2, weekdayWords[m[2] ?? ''] ?? 1)),
  },
  {
    pattern: p('\\b(?:on )?weekdays\\b|\\bduring the week\\b|\\bentre semana\\b'),
    read: () => ({ ranges: [], weekdays: [1, 2, 3, 4, 5], isGeneral: true }),
  },
  {
    pattern: p('\\b(?:on )?weekends\\b|\\b(?:any|a|the) weekend\\b|\\bfines de semana\\b'),
    read: () => ({ ranges: [], weekdays: [6, 7], isGeneral: true }),
  },
  {
    pattern: p(
      '\\b(?:(?:this|the coming|this coming|on the) )?weekend\\b(?! after)|\\beste fin de semana\\b|\\bfin de semana\\b',
    ),
    read: readWeekend,
  },
  {
    pattern: p(
      `\\b(?:(this coming|this|next|coming|last|past|any|every|each|on a|este|esta|proximo|proxima|el proximo) )?(?:el |los )?(${weekdayAlternatives})('s|s)?\\b(?: (of next week|next week|this week|of this week|the week after|week|que viene|proximo))?(?:,? (?:the )?(\\d{1,2})\\b${notATime}(?!(?:st|nd|rd|th)|\\s*(?:-|to\\b|or\\b)))?`,
    ),
    read: readWeekday,
  },
  {
    pattern: p('\\b(?:the )?week after next\\b|\\bin two weeks time\\b'),
    read: (_, c) => weekOf(c.today, 2),
  },
  {
    pattern: p('\\b(?:early|the (?:start|beginning) of|beginning of|start of) next week\\b'),
    read: (_, c) => weekPart(c, 1, 1, 2),
  },
  { pattern: p('\\b(?:late|later|the end of|end of) next week\\b'), read: (_, c) => weekPart(c, 1, 4, 5) },
  {
    pattern: p('\\b(?:the )?middle of next week\\b|\\bmid(?:dle)? next week\\b'),
    read: (_, c) => weekPart(c, 1, 2, 4),
  },
  {
    pattern: p(
      '\\b(?:sometime )?next week\\b|\\b(?:the )?(?:following|coming) week\\b|\\bla (?:proxima semana|semana que viene)\\b',
    ),
    read: (_, c) => weekOf(c.today, 1),
  },
  {
    pattern: p('\\b(?:the )?end of (?:(?:the|this) )?week\\b'),
    read: (_, c) => fromToday(weekPart(c, 0, 4, 5), c),
  },
  {
    pattern: p('\\blater this week\\b'),
    read: (_, c) =>
      fromToday(range(c.today.add({ days: 1 }), c.today.add({ days: 7 - c.today.dayOfWeek })), c),
  },
  {
    pattern: p('\\b(?:sometime )?this week\\b|\\besta semana\\b'),
    read: (_, c) => fromToday(weekOf(c.today, 0), c),
  },
  { pattern: p('\\b(?:the )?end of (?:the|this) month\\b'), read: (_, c) => monthRange(c.today, 0, 'late') },
  {
    pattern: p('\\b(?:early|beginning of|start of) next month\\b'),
    read: (_, c) => monthRange(c.today, 1, 'early'),
  },
  { pattern: p('\\bnext month\\b|\\bel proximo mes\\b'), read: (_, c) => monthRange(c.today, 1, 'all') },
  { pattern: p('\\bthis month\\b|\\beste mes\\b'), read: (_, c) => monthRange(c.today, 0, 'all') },
  {
    pattern: p(`\\b(?:in|during|sometime in|en) (${monthAlternatives})\\b(?! \\d)`),
    read: (m, c) => monthRange(c.today, ((monthWords[m[1] ?? ''] ?? 1) - c.today.month + 12) % 12, 'all'),
  },
  {
    pattern: p(
      "\\b(?:tom+or+ow|tom+or+o|tmrw|tmr|tmw|tomoz|2mor+ow|2moro|2mrw|tomrrow|tomorow|tommorrow|tomm?orr?ow|tomorr?w)(?:'s)?\\b|(?<!\\b(?:la|esta|cada) )\\bmanana\\b",
    ),
    read: (_, c) => single(c.today.add({ days: 1 })),
  },
  {
    pattern: p(
      "\\b(?:today|2day|todays|today's|tonight|this (?:morning|afternoon|evening)|later today|hoy|esta (?:tarde|noche|manana))\\b",
    ),
    read: readToday,
  },
  {
    pattern: p('\\byesterday\\b|\\bayer\\b'),
    read: (_, c) => ({ ranges: [], pastDay: c.today.subtract({ days: 1 }).toString() }),
  },
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

/** Finds every phrase that names days, in the order of the text; no two overlap. */
export function findDayAtoms(plain: string, context: DayContext): DayAtom[] {
  const atoms: DayAtom[] = [];
  let rest = plain;
  for (const { pattern, read } of patterns) {
    for (const match of [...rest.matchAll(pattern)]) {
      if (isOrdinaryWord(rest, match)) continue;
      const meaning = read(match, context);
      if (!meaning) continue;
      const length = meaning.length ?? match[0].length;
      atoms.push({ start: match.index, end: match.index + length, meaning });
      rest = rest.slice(0, match.index) + '\u0001'.repeat(length) + rest.slice(match.index + length);
    }
  }
  return atoms.sort((a, b) => a.start - b.start);
}

// "sun damage", "the car sat outside", "we wed": short day names are also words.
function isOrdinaryWord(plain: string, match: RegExpExecArray): boolean {
  const word = match[0].trim();
  const before = plain.slice(Math.max(0, match.index - 12), match.index);
  const after = plain.slice(match.index + match[0].length);
  if (word === 'sun')
    return (
      /\b(?:the|in|full|direct) $/.test(before) || /^ ?(?:damage|roof|shade|visor|fad|spot|burn)/.test(after)
    );
  if (word === 'sat')
    return (
      /\b(?:has|have|just|it|car|truck|been|they|i|we) $/.test(before) ||
      /^ (?:in|there|outside|for|out)\b/.test(after)
    );
  return false;
}

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

function readIn(
  count: string | undefined,
  unit: string | undefined,
  from: Temporal.PlainDate,
  context: DayContext,
): DayMeaning {
  const n = countOf(count);
  if (count === 'few') return range(from.add({ days: 2 }), from.add({ days: 5 }));
  if (unit === 'month' || unit === 'mes')
    return range(from.add({ months: n }).subtract({ days: 3 }), from.add({ months: n, days: 3 }));
  if ((unit === 'week' || unit === 'semana') && n > 1 && from.equals(context.today))
    return weekContaining(single(from.add({ weeks: n })));
  return single(from.add({ days: n * (unit === 'week' || unit === 'semana' ? 7 : 1) }));
}

function readToday(_: RegExpExecArray, { today }: DayContext): DayMeaning & { length?: number } {
  const word = _[0];
  const meaning = single(today);
  // The part of the day stays in the text for the reader of times.
  if (word.startsWith('this ')) return { ...meaning, length: 4 };
  if (word.startsWith('esta ')) return { ...meaning, length: 4 };
  return word === 'tonight' ? { ...meaning, length: 0 } : meaning;
}

function readWeekend(
  match: RegExpExecArray,
  { today }: DayContext,
): (DayMeaning & { length?: number }) | null {
  const saturday = today.add({ days: Math.max(0, 6 - today.dayOfWeek) });
  const from = today.dayOfWeek === 7 ? today : saturday;
  const to = today.dayOfWeek === 7 ? today : saturday.add({ days: 1 });
  const before = match.input.slice(0, match.index);
  if (!/\bnext $/.test(before)) return { ...range(from, to), weekdays: [6, 7] };
  if (today.dayOfWeek >= 6) return range(saturday.add({ days: 7 }), saturday.add({ days: 8 }));
  return { ranges: [], askDays: [saturday.toString(), saturday.add({ days: 7 }).toString()] };
}

function readWeekday(match: RegExpExecArray, context: DayContext): (DayMeaning & { length?: number }) | null {
  const [whole, prefix, word, plural, suffix, number] = match;
  const weekday = weekdayWords[word ?? ''] ?? 1;
  const { today } = context;
  const coming = nextWeekday(context, weekday);
  const plain: DayMeaning = { ...single(coming), weekdays: [weekday] };
  const withoutNumber =
    number === undefined ? undefined : whole.length - (whole.match(/,? (?:the )?\d{1,2}$/)?.[0].length ?? 0);
  const cut = withoutNumber === undefined ? {} : { length: withoutNumber };
  if (prefix === 'last' || prefix === 'past')
    return { ranges: [], pastDay: coming.subtract({ days: 7 }).toString(), ...cut };
  if (plural === 's' || ['any', 'every', 'each', 'on a'].includes(prefix ?? ''))
    return { ranges: [], weekdays: [weekday], isGeneral: true, ...cut };
  if (suffix === 'of next week' || suffix === 'next week' || suffix === 'the week after')
    return { ...single(inWeek(today, 1, weekday)), ...cut };
  if (suffix === 'this week' || suffix === 'of this week')
    return { ...single(inWeek(today, 0, weekday)), ...cut };
  if (suffix === 'week') return { ...single(coming.add({ days: 7 })), ...cut };
  if (prefix === 'next' || prefix === 'proximo' || prefix === 'el proximo' || suffix === 'proximo')
    return { ...readNext(today, weekday), ...cut };
  if (number !== undefined && Number(number) !== coming.day) {
    // "Friday 3" is an hour, "Friday 20" can only be a date.
    const later =
      Number(number) <= 12
        ? undefined
        : [7, 14, 21].map((days) => coming.add({ days })).find((day) => day.day === Number(number));
    return later ? { ...single(later), weekdays: [weekday] } : { ...plain, ...cut };
  }
  if (prefix === undefined && weekday === today.dayOfWeek && !context.isTodayOver) {
    return {
      ranges: [],
      weekdays: [weekday],
      askDays: [today.toString(), today.add({ days: 7 }).toString()],
      ...cut,
    };
  }
  return plain;
}

// "Next Friday" on a Tuesday is this week's to some and next week's to others; from next week's on it is one day to all.
function readNext(today: Temporal.PlainDate, weekday: number): DayMeaning {
  const thisWeeks = inWeek(today, 0, weekday);
  const nextWeeks = inWeek(today, 1, weekday);
  if (Temporal.PlainDate.compare(thisWeeks, today) <= 0) return { ...single(nextWeeks), weekdays: [weekday] };
  return { ranges: [], weekdays: [weekday], askDays: [thisWeeks.toString(), nextWeeks.toString()] };
}

function readOrdinal(day: number, { today }: DayContext): DayMeaning | null {
  return day >= 1 && day <= 31 ? ordinalDay(today, day) : null;
}

const later = (a: string, b: string) => (a < b ? b : a);

function inWeek(today: Temporal.PlainDate, weeks: number, weekday: number): Temporal.PlainDate {
  return today.add({ days: weeks * 7 + weekday - today.dayOfWeek });
}

function weekPart({ today }: DayContext, weeks: number, from: number, to: number): DayMeaning {
  return range(inWeek(today, weeks, from), inWeek(today, weeks, to));
}

function weekContaining(meaning: DayMeaning): DayMeaning {
  const day = meaning.ranges[0]?.from;
  return day === undefined ? meaning : weekOf(Temporal.PlainDate.from(day), 0);
}

function fromToday(meaning: DayMeaning, { today }: DayContext): DayMeaning {
  const first = today.toString();
  return {
    ...meaning,
    ranges: meaning.ranges
      .filter((r) => r.to >= first)
      .map((r) => ({ from: later(r.from, first), to: r.to })),
  };
}
