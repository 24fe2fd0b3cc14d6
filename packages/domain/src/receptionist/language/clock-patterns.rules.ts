import { numberWords, zoneWords } from './calendar-words.data.ts';
import { alternatives, p } from './day-meaning.rules.ts';

export interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** Null: "at 3" leaves open which half of the day. */
  readonly half: 'am' | 'pm' | null;
}

interface ClockPattern {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => Clock | null;
}

export const hourWords = Object.keys(numberWords)
  .filter((word) => !['a', 'an', 'couple', 'few'].includes(word))
  .join('|');

export const half = '(?: ?(a\\.m\\.?|p\\.m\\.?|am|pm|a|p)\\b\\.?)';

export const unit =
  '(?! ?(?:%|st\\b|nd\\b|rd\\b|th\\b|[-/]\\d|(?:- ?)?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|cars?|vehicles?|trucks?|suvs?|dogs?|cats?|people|persons?|beds?|bedrooms?|baths?|bathrooms?|rooms?|miles?|dollars?|bucks|of|door|seats?|rows?|inch|feet|ft|acres?|times|ton|kids|stor(?:y|ies)|gallons?|dias|semanas|horas|carros)\\b))';

/** Ways to write a time of day, most telling first. */
export const clockPatterns: readonly ClockPattern[] = [
  {
    pattern: p(`\\bhalf(?: past)? (\\d{1,2}|${hourWords})\\b${half}?`),
    read: (m) => clockOf(m[1], 30, m[2]),
  },
  {
    pattern: p(`\\b(?:a )?quarter (?:past|after) (\\d{1,2}|${hourWords})\\b${half}?`),
    read: (m) => clockOf(m[1], 15, m[2]),
  },
  {
    pattern: p(`\\b(?:a )?quarter (?:to|till|til|of|before) (\\d{1,2}|${hourWords})\\b${half}?`),
    read: (m) => clockOf(String(hourOf(m[1]) - 1 || 12), 45, m[2]),
  },
  { pattern: p(`\\b(\\d{1,2}|${hourWords}) y media\\b`), read: (m) => clockOf(m[1], 30, undefined) },
  {
    pattern: p(`(?<![\\d:.$])(\\d{1,2}):([0-5]\\d)(?::\\d\\d)?${half}?(?![\\d:])`),
    read: (m) => clockOf(m[1], Number(m[2]), m[3]),
  },
  {
    pattern: p(`(?<![\\d:.$])(\\d{1,2})[. ]([0-5]\\d)${half}(?![\\d:])`),
    read: (m) => clockOf(m[1], Number(m[2]), m[3]),
  },
  {
    pattern: p(`(?<![\\d:.$])(1[0-2]|0?[1-9])([0-5]\\d)${half}`),
    read: (m) => clockOf(m[1], Number(m[2]), m[3]),
  },
  { pattern: p(`(?<![\\d:.$/-])(\\d{1,2})${half}(?![\\d:'])`), read: (m) => clockOf(m[1], 0, m[2]) },
  { pattern: p(`\\b(\\d{1,2}|${hourWords}) ?o'? ?clock\\b${half}?`), read: (m) => clockOf(m[1], 0, m[2]) },
  {
    pattern: p(
      `\\b(?<=\\b(?:at|@|by|after|before|around|about|until) ?)([01]\\d|2[0-3])([0-5]\\d)\\b(?: ?h(?:ou)?rs?)?`,
    ),
    read: (m) => clockOf(m[1], Number(m[2]), m[1]?.startsWith('0') ? 'am' : undefined),
  },
  {
    pattern: p('\\b([01]\\d|2[0-3])([0-5]\\d) ?h(?:ou)?rs?\\b'),
    read: (m) => clockOf(m[1], Number(m[2]), m[1]?.startsWith('0') ? 'am' : undefined),
  },
  {
    pattern: p(
      `(?<![\\d:.$/-])\\b(\\d{1,2}|${hourWords})(?= (?:in the (?:morning|afternoon|evening)|at night|de la (?:manana|tarde|noche)|my time|${alternatives(zoneWords)})\\b)`,
    ),
    read: (m) => clockOf(m[1], 0, undefined),
  },
  { pattern: p('\\b(\\d{1,2}) ?h\\b(?!r)'), read: (m) => clockOf(m[1], 0, undefined) },
  { pattern: p('\\b(?:noon|midday|mediodia)\\b'), read: () => ({ hour: 12, minute: 0, half: 'pm' }) },
  { pattern: p('\\bmidnight\\b|\\bmedianoche\\b'), read: () => ({ hour: 12, minute: 0, half: 'am' }) },
  {
    pattern: p(`\\b(${hourWords})[ -](thirty|fifteen|forty[ -]?five)\\b${half}?`),
    read: (m) => clockOf(m[1], m[2]?.startsWith('f') ? (m[2] === 'fifteen' ? 15 : 45) : 30, m[3]),
  },
  { pattern: p(`\\b(${hourWords})${half.replace('|a|p)', ')')}`), read: (m) => clockOf(m[1], 0, m[2]) },
  {
    pattern: p(
      `(?<=(?:\\b(?:at|by|until|till|before|after|past|around|about|approx|for|like|say|prefer|make it|do|a las|a la|las|antes de las|despues de las|than)|@) ?)(?:about |around |like )?(\\d{1,2}|${hourWords})(?: ([0-5]\\d))?\\b${unit}(?![\\d:.]\\d)`,
    ),
    read: (m) => clockOf(m[1], Number(m[2] ?? 0), undefined),
  },
  {
    pattern: p('\\b(\\d{1,2}|noon)-?ish\\b'),
    read: (m) => clockOf(m[1] === 'noon' ? '12' : m[1], 0, m[1] === 'noon' ? 'pm' : undefined),
  },
];

export function clockOf(
  hourText: string | undefined,
  minute: number,
  halfText: string | undefined,
): Clock | null {
  const hour = hourOf(hourText);
  if (!Number.isInteger(hour) || hour > 24 || minute > 59) return null;
  const half = halfText === undefined ? null : halfText.startsWith('a') ? 'am' : 'pm';
  if (half !== null && (hour === 0 || hour > 12)) return hour <= 23 ? { hour, minute, half: null } : null;
  return { hour: hour === 24 ? 0 : hour, minute, half };
}

const hourOf = (text: string | undefined) =>
  text === undefined ? Number.NaN : (numberWords[text] ?? Number(text));
