import {
  type AtomPattern,
  countAlternatives,
  countOf,
  type DayContext,
  type DayMeaning,
  p,
  range,
  single,
} from './day-meaning.rules.ts';
import { weekContaining } from './name-days.rules.ts';

/** "tomorrow", "in 2 days", "within the next week": days counted from today. */
export const relativePatterns: readonly AtomPattern[] = [
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
];

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
