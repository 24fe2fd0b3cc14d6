import { findDayAtoms } from './day-atoms.rules.ts';
import type { DayAtom, DayContext, DayMeaning } from './day-meaning.rules.ts';
import type { Span, Words } from './plain-text.rules.ts';
import type { DayRange } from './when-request.rules.ts';

/** Which days a text allows and rules out, before hours and holidays are looked at. */
export interface DaysRead {
  readonly ranges: readonly DayRange[];
  /** The one weekday that was named by itself, ISO; null for none or several. */
  readonly bareWeekday: number | null;
  readonly excludedDays: readonly string[];
  readonly excludedWeekdays: readonly number[];
  readonly askDays: { readonly days: readonly string[]; readonly said: string } | null;
  readonly pastDay: string | null;
  readonly noSuchDay: string | null;
  readonly isEarliest: boolean;
  /** "any time", "whenever": an answer, though it names no day. */
  readonly isFlexible: boolean;
  /** "every other Tuesday", in the customer's words. */
  readonly recurrence: string | null;
  readonly spans: readonly Span[];
}

const openEndDays = 28;
const exclusionBefore =
  /(?:\b(?:not|but not|except(?: for| on)?|besides|other than|apart from|aside from|avoid|never|can(?:no|')?t(?: do| make| on)?|cannot(?: do| make)?|won't work|unless(?: it's)?|menos|excepto|no puedo(?: el)?)|\bany(?:thing|time| time| day|where)?\b[^.?!\n]{0,40}\bbut)\s+(?:on |for |this |next |el |do |make |it on |sooner than )*$/;
const exclusionAfter =
  /^\s*(?:(?:just |really )?(?:doesn'?t|does not|won'?t|will not|wouldn'?t|isn'?t|is not|isnt) (?:work|good|great|possible)|(?:is|are) (?:no good|not good|out|bad|off|impossible)|(?:is|are) n(?:o|ot) (?:good|possible))/;
const earliest =
  /\b(?:asap|a\.s\.a\.p|as soon as (?:possible|you can|u can)|soonest|earliest|first (?:available|opening|open slot|slot you have)|next (?:available|opening)|right away|immediately|right now|come now|urgent(?:ly)?|lo antes posible|cuanto antes|whenever you(?:'re| are) next)\b/;
const flexible =
  /\b(?:any ?time|any ?day|whenever(?: works| is good|'s good)?|i'?m (?:flexible|free|open)|flexible|no preference|(?:don'?t|doesn'?t) (?:care|matter)|up to you|you (?:pick|choose)|what(?:ever)? (?:do you have|have you got|works)|cualquier (?:dia|hora|momento)|cuando sea)\b/;
const recurring =
  /\b(?:every (?:other |second |\d |two |three |four )?(?:week|month|day|mon|tues|wednes|thurs|fri|satur|sun)\w*|(?:bi-?)?weekly|every two weeks|fortnightly|monthly|once a (?:week|month)|twice a month|each (?:week|month)|recurring|cada (?:semana|mes|dos semanas))\b/;

/** Reads days out of a text. Pure; `context.today` is the tenant's local date. */
export function readDays(words: Words, context: DayContext): DaysRead {
  const { plain } = words;
  const atoms = findDayAtoms(plain, context);
  const found = collectDays(words, atoms, context);
  const { allowed, excluded, askDays, pastDay, noSuchDay } = found;
  const hasAllowed = allowed.length > 0;
  return {
    ranges: merged(allowed),
    bareWeekday: bareWeekdayOf(atoms.filter((atom) => !excluded.includes(atom))),
    excludedDays: excluded.flatMap((atom) =>
      atom.meaning.weekdays ? [] : atom.meaning.ranges.flatMap(daysOf),
    ),
    excludedWeekdays: [...new Set(excluded.flatMap((atom) => atom.meaning.weekdays ?? []))].sort(),
    askDays: hasAllowed && !pastDay ? null : askDays,
    pastDay: hasAllowed ? null : pastDay,
    noSuchDay: hasAllowed ? null : noSuchDay,
    isEarliest: earliest.test(plain),
    isFlexible: flexible.test(plain),
    recurrence: recurring.exec(plain)?.[0] ?? null,
    spans: [...atoms, ...excluded.map((atom) => dayPartAfter(plain, atom))],
  };
}

interface Collected {
  readonly allowed: DayRange[];
  readonly excluded: DayAtom[];
  askDays: DaysRead['askDays'];
  pastDay: string | null;
  noSuchDay: string | null;
}

function collectDays(words: Words, atoms: readonly DayAtom[], context: DayContext): Collected {
  const { plain, original } = words;
  const found: Collected = { allowed: [], excluded: [], askDays: null, pastDay: null, noSuchDay: null };
  for (let i = 0; i < atoms.length; i += 1) {
    const [atom, next] = [atoms[i], atoms[i + 1]];
    if (!atom) continue;
    if (isExcluded(plain, atoms, i, found.excluded)) {
      found.excluded.push(atom);
      continue;
    }
    const joined = next ? joinWeekdayAndDate(plain, atom, next) : null;
    if (next && (joined || isRangeTo(plain, atom, next))) {
      i += 1;
      if (joined) take(found, joined, original.slice(atom.start, next.end).trim());
      else found.allowed.push(...fromTo(atom, next));
      continue;
    }
    take(
      found,
      { ...atom.meaning, ranges: openEnded(plain, atom, context) },
      original.slice(atom.start, atom.end).trim(),
    );
    if (atom.meaning.isGeneral && atom.meaning.weekdays) found.excluded.push(...complement(atom));
  }
  return found;
}

function take(found: Collected, meaning: Partial<DayMeaning>, said: string): void {
  found.pastDay = meaning.pastDay ?? found.pastDay;
  if (meaning.noSuchDay) found.noSuchDay = said;
  if (meaning.askDays) found.askDays = { days: meaning.askDays, said };
  found.allowed.push(...(meaning.ranges ?? []));
}

function fromTo(first: DayAtom, last: DayAtom): DayRange[] {
  const [from, to] = [firstDay(first), lastDay(last)];
  return from && to ? [forward(from, to)] : [];
}

// "Except Friday afternoon": the part of the day belongs to what is ruled out.
function dayPartAfter(plain: string, atom: DayAtom): Span {
  const part = /^ (?:morning|afternoon|evening)s?\b/.exec(plain.slice(atom.end))?.[0] ?? '';
  return { start: atom.end, end: atom.end + part.length };
}

function bareWeekdayOf(atoms: readonly DayAtom[]): number | null {
  const [only, other] = atoms;
  return only?.meaning.isBareWeekday && !other ? (only.meaning.weekdays?.[0] ?? null) : null;
}

function isExcluded(
  plain: string,
  atoms: readonly DayAtom[],
  index: number,
  excluded: readonly DayAtom[],
): boolean {
  const atom = atoms[index];
  if (!atom) return false;
  if (exclusionBefore.test(plain.slice(0, atom.start)) || exclusionAfter.test(plain.slice(atom.end)))
    return true;
  if (atom.meaning.isGeneral && /\bno $/.test(plain.slice(0, atom.start))) return true;
  const previous = atoms[index - 1];
  if (!previous || !excluded.includes(previous)) return false;
  return /^\s*,?\s*(?:or|nor|and)\s+(?:on |the )?$/.test(plain.slice(previous.end, atom.start));
}

// "Friday the 13th" is one day; "Thursday the 13th" with a 13th that is a Friday is a question.
function joinWeekdayAndDate(
  plain: string,
  a: DayAtom,
  b: DayAtom,
): { ranges: readonly DayRange[] } | { askDays: string[] } | { pastDay: string } | null {
  if (!/^[\s,.(]*(?:the |on |el )?$/.test(plain.slice(a.end, b.start))) return null;
  const [weekdayAtom, dateAtom] = a.meaning.isDate ? [b, a] : [a, b];
  const weekday = weekdayAtom.meaning.weekdays?.[0];
  if (weekday === undefined || !dateAtom.meaning.isDate || weekdayAtom.meaning.isGeneral) return null;
  const day = dateAtom.meaning.ranges[0]?.from;
  if (dateAtom.meaning.pastDay !== undefined) return { pastDay: dateAtom.meaning.pastDay };
  if (day === undefined) return null;
  if (Temporal.PlainDate.from(day).dayOfWeek === weekday) return { ranges: dateAtom.meaning.ranges };
  const other = weekdayAtom.meaning.ranges[0]?.from;
  return { askDays: [...new Set([...(other ? [other] : []), day])].sort() };
}

function isRangeTo(plain: string, a: DayAtom, b: DayAtom): boolean {
  const between = plain.slice(a.end, b.start);
  if (/^\s*(?:to|through|thru|thr|till|until|til|-|a|hasta)\s+(?:the |el )?$|^\s*-\s*$/.test(between))
    return true;
  return /\bbetween\s+(?:the )?$/.test(plain.slice(0, a.start)) && /^\s*(?:and|&)\s+(?:the )?$/.test(between);
}

function openEnded(plain: string, atom: DayAtom, { today }: DayContext): readonly DayRange[] {
  const [first, last] = [firstDay(atom), lastDay(atom)];
  if (!first || !last) return [];
  const before = plain.slice(0, atom.start);
  const after = plain.slice(atom.end);
  const end = today.add({ days: openEndDays }).toString();
  if (/\b(?:after|later than|not before|not until|past) (?:this |next |the )?$/.test(before)) {
    const from = /\bnot (?:before|until) (?:this |next |the )?$/.test(before) ? first : addDays(last, 1);
    return from > end ? [{ from, to: addDays(from, openEndDays) }] : [{ from, to: end }];
  }
  if (
    /\b(?:from|starting(?: on| from)?|beginning|as of) (?:the )?$/.test(before) &&
    !/^\s*(?:to|-|through)/.test(after)
  ) {
    return [{ from: first, to: addDays(first, openEndDays) }];
  }
  if (/^\s*(?:on ?wards?|or later|or after|and (?:later|after|on)|on\b(?=[\s.,!?]*$))/.test(after))
    return [{ from: first, to: addDays(first, openEndDays) }];
  if (/\b(?:before|sooner than|earlier than) (?:this |next |the )?$/.test(before))
    return [{ from: today.toString(), to: addDays(first, -1) }];
  if (/\b(?:by|no later than|until|till) (?:this |next |the )?$/.test(before))
    return [{ from: today.toString(), to: last }];
  if (/^\s*(?:or (?:before|earlier|sooner)|at the latest)/.test(after))
    return [{ from: today.toString(), to: last }];
  return atom.meaning.ranges;
}

function complement(atom: DayAtom): DayAtom[] {
  const kept = new Set(atom.meaning.weekdays ?? []);
  return [
    { ...atom, meaning: { ranges: [], weekdays: [1, 2, 3, 4, 5, 6, 7].filter((day) => !kept.has(day)) } },
  ];
}

function merged(ranges: readonly DayRange[]): DayRange[] {
  const sorted = ranges.filter((r) => r.from <= r.to).sort((a, b) => (a.from < b.from ? -1 : 1));
  const result: DayRange[] = [];
  for (const next of sorted) {
    const last = result.at(-1);
    if (last && next.from <= addDays(last.to, 1))
      result[result.length - 1] = { from: last.from, to: later(last.to, next.to) };
    else result.push(next);
  }
  return result.slice(0, 40);
}

const later = (a: string, b: string) => (a < b ? b : a);
const firstDay = (atom: DayAtom) => atom.meaning.ranges[0]?.from;
const lastDay = (atom: DayAtom) => atom.meaning.ranges.at(-1)?.to;
const addDays = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
// "Friday to Monday" said on a Tuesday runs over the weekend, though the coming Monday is found before the Friday.
const forward = (from: string, to: string): DayRange => ({ from, to: to < from ? addDays(to, 7) : to });

function daysOf(range: DayRange): string[] {
  const days: string[] = [];
  for (let day = range.from; day <= range.to && days.length < 60; day = addDays(day, 1)) days.push(day);
  return days;
}
