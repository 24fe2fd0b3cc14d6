import { monthWords, weekdayWords } from './calendar-words.data.ts';
import {
  type AtomPattern,
  type DayContext,
  type DayMeaning,
  monthAlternatives,
  notATime,
  p,
  range,
  single,
  weekdayAlternatives,
} from './day-meaning.rules.ts';
import {
  inMonthDay,
  monthRange,
  nextWeekday,
  ordinalDay,
  weekContaining,
  weekOf,
} from './name-days.rules.ts';

/** Weekdays, weekends, weeks and months, this one's and the next's. */
export const weekPatterns: readonly AtomPattern[] = [
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
    pattern: p('\\bthe (?:following week|week after)\\b(?=\\W*$)'),
    read: (_, c) => weekOf(c.today, 1),
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
];

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
  const isBareWeekday = prefix === undefined && suffix === undefined && number === undefined;
  const plain: DayMeaning = { ...single(coming), weekdays: [weekday], isBareWeekday };
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
      isBareWeekday,
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

function inWeek(today: Temporal.PlainDate, weeks: number, weekday: number): Temporal.PlainDate {
  return today.add({ days: weeks * 7 + weekday - today.dayOfWeek });
}

function weekPart({ today }: DayContext, weeks: number, from: number, to: number): DayMeaning {
  return range(inWeek(today, weeks, from), inWeek(today, weeks, to));
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

const later = (a: string, b: string) => (a < b ? b : a);
