import { numberWords, zoneWords } from './calendar-words.data.ts';
import { type Clock, clockOf, clockPatterns, half, hourWords, unit } from './clock-patterns.rules.ts';
import { alternatives } from './day-meaning.rules.ts';
import { blank, findParts, halfFromPart, halfOfPart, type Part, spanOf, whole } from './day-parts.rules.ts';
import type { Span } from './plain-text.rules.ts';

/** A time of day as it was said, before opening hours decide what "at 3" means. */
export type SpokenTime =
  | {
      readonly kind: 'clock';
      readonly clock: Clock;
      readonly relation: Relation;
      readonly zone: string | null;
    }
  | { readonly kind: 'between'; readonly from: Clock; readonly to: Clock; readonly zone: string | null }
  | { readonly kind: 'part'; readonly fromMinute: number | null; readonly toMinute: number | null }
  | { readonly kind: 'from-now'; readonly minutes: number };
export type Relation = 'at' | 'after' | 'before';

export interface TimesRead {
  readonly time: SpokenTime | null;
  /** A zone named without a time: the answer to "Which time zone are you in?" */
  readonly zone: string | null;
  readonly spans: readonly Span[];
}

interface Found extends Span {
  readonly clock: Clock;
  readonly relation: Relation;
  readonly zone: string | null;
  readonly isExcluded: boolean;
}

/** Reads a time of day. `daySpans` are the days already read: a bare number beside one is an hour ("Friday 3"). */
export function readTimes(plain: string, daySpans: readonly Span[]): TimesRead {
  const fromNow =
    /\bin (?:about )?(\d{1,2}|an?|a couple(?: of)?|two|three|half an) (hour|hr|minute|min)s?\b/.exec(plain);
  if (fromNow) {
    const count = /^half/.test(fromNow[1] ?? '')
      ? 0.5
      : fromNow[1]?.startsWith('a couple')
        ? 2
        : (numberWords[fromNow[1] ?? ''] ?? Number(fromNow[1]));
    const minutes = Math.round(count * (/^h/.test(fromNow[2] ?? '') ? 60 : 1));
    return { time: { kind: 'from-now', minutes }, zone: null, spans: [spanOf(fromNow)] };
  }
  const range = readRange(plain, daySpans);
  if (range) return { time: range.time, zone: null, spans: [range] };
  const found = findClocks(plain, daySpans);
  const parts = findParts(blank(plain, found));
  return {
    time: combined(found, parts),
    zone: found.length === 0 ? bareZone(plain) : null,
    spans: [...found, ...parts],
  };
}

const rangePattern = new RegExp(
  `(\\b(?:between|from|entre las|de las|de) )?(?<![\\d:/$-])(\\d{1,2}|noon|${hourWords})(?:[:.]([0-5]\\d))?${half}? ?(?:-|\\bto\\b|\\band\\b|\\btill?\\b|\\buntil\\b|\\by las\\b|\\ba las\\b) ?(\\d{1,2}|noon|${hourWords})(?::([0-5]\\d))?${half}?\\b${unit}(?![\\d:/-])`,
  'g',
);

function readRange(plain: string, daySpans: readonly Span[]): ({ time: SpokenTime } & Span) | null {
  for (const match of plain.matchAll(rangePattern)) {
    const [, prefix, h1, m1, half1, h2, m2, half2] = match;
    const isMarked = prefix ?? m1 ?? m2 ?? half1 ?? half2;
    const isBesideDay = daySpans.some((span) =>
      /^[\s,]*(?:at |from )?$/.test(plain.slice(span.end, match.index)),
    );
    const isWhole =
      /^[\s,.!?]*$/.test(plain.slice(0, match.index)) &&
      /^[\s,.!?]*$/.test(plain.slice(match.index + match[0].length));
    if (!isMarked && !isBesideDay && !isWhole) continue;
    if (/\band\b/.test(match[0]) && !prefix?.startsWith('between')) continue;
    const from = clockOf(h1 === 'noon' ? '12' : h1, Number(m1 ?? 0), h1 === 'noon' ? 'pm' : half1);
    const to = clockOf(h2 === 'noon' ? '12' : h2, Number(m2 ?? 0), h2 === 'noon' ? 'pm' : half2);
    if (!from || !to) continue;
    const after = plain.slice(match.index + match[0].length);
    const named = {
      from: { ...from, half: from.half ?? halfFromPart(after) },
      to: { ...to, half: to.half ?? halfFromPart(after) },
    };
    return { ...spanOf(match), time: { kind: 'between', ...named, zone: zoneAfter(after) } };
  }
  return null;
}

function findClocks(plain: string, daySpans: readonly Span[]): Found[] {
  const found: Found[] = [];
  let rest = plain;
  const take = (start: number, end: number, clock: Clock) => {
    const before = plain.slice(0, start);
    const after = plain.slice(end);
    found.push({
      start,
      end,
      clock,
      relation: relationOf(before, after),
      zone: zoneAfter(after),
      isExcluded: /\b(?:not|can'?t do|except)(?: at)? $/.test(before),
    });
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  };
  for (const { pattern, read } of clockPatterns) {
    for (const match of [...rest.matchAll(pattern)]) {
      const clock = read(match);
      if (clock) take(match.index, match.index + match[0].length, clock);
    }
  }
  for (const { end } of [...found]) {
    const other = new RegExp(`^ ?or (?:at )?(\\d{1,2})\\b${unit}(?![\\d:.]\\d)`).exec(rest.slice(end));
    const clock = other && clockOf(other[1], 0, undefined);
    if (other && clock) take(end, end + other[0].length, clock);
  }
  for (const span of daySpans) {
    const after = new RegExp(`^,? ?(\\d{1,2})\\b${unit}(?![\\d:.]\\d)`).exec(rest.slice(span.end));
    const afterClock = after && clockOf(after[1], 0, undefined);
    if (after && afterClock && found.length === 0)
      take(span.end + after[0].length - (after[1]?.length ?? 0), span.end + after[0].length, afterClock);
    const before = /(?<![\d:.$/-])\b(\d{1,2}),? (?:on )?$/.exec(rest.slice(0, span.start));
    const beforeClock = before && clockOf(before[1], 0, undefined);
    if (before && beforeClock && found.length === 0)
      take(before.index, before.index + (before[1]?.length ?? 0), beforeClock);
  }
  return found.sort((a, b) => a.start - b.start);
}

function relationOf(before: string, after: string): Relation {
  if (
    /\b(?:after|past|later than|from|not before|not until|no earlier than|starting(?: at)?|despues de(?: las?)?|since) (?:about |around |like )?$/.test(
      before,
    )
  )
    return 'after';
  if (/^ ?(?:or (?:later|after)|and (?:later|after)|on ?wards?|\+|o despues)/.test(after)) return 'after';
  if (
    /\b(?:before|by|until|till|no later than|earlier than|antes de(?: las?)?) (?:about |around |like )?$/.test(
      before,
    )
  )
    return 'before';
  if (/^ ?(?:or (?:earlier|before|sooner)|at the latest)/.test(after)) return 'before';
  return 'at';
}

function combined(found: readonly Found[], parts: readonly Part[]): SpokenTime | null {
  const wanted = found.filter((f) => !f.isExcluded);
  const after = wanted.find((f) => f.relation === 'after');
  const before = wanted.find((f) => f.relation === 'before');
  if (after && before) return { kind: 'between', from: after.clock, to: before.clock, zone: after.zone };
  const at = wanted.filter((f) => f.relation === 'at');
  const [first, second] = at;
  if (first && second && second !== first && !sameClock(first.clock, second.clock)) {
    return { kind: 'between', from: first.clock, to: later(second.clock), zone: first.zone };
  }
  const one = after ?? before ?? first;
  const [part] = parts;
  if (!one) return part ? { kind: 'part', ...whole(parts) } : null;
  const half = one.clock.half ?? (part ? halfOfPart(part) : null);
  return {
    kind: 'clock',
    clock: { ...one.clock, half: one.clock.hour > 12 ? null : half },
    relation: one.relation,
    zone: one.zone,
  };
}

const sameClock = (a: Clock, b: Clock) => a.hour === b.hour && a.minute === b.minute && a.half === b.half;
// "2 or 3" allows a start at 3 as well.
const later = (clock: Clock): Clock => ({ ...clock, minute: Math.min(59, clock.minute + 1) });

function zoneAfter(after: string): string | null {
  if (/^ ?(?:in )?my (?:time|zone|timezone)\b/.test(after)) return 'mine';
  const word = new RegExp(`^ ?(${alternatives(zoneWords)})(?: time)?\\b`).exec(after)?.[1];
  return word === undefined ? null : (zoneWords[word] ?? null);
}

function bareZone(plain: string): string | null {
  const word = /\b(eastern|central|mountain|pacific|est|edt|cst|cdt|mst|mdt|pst|pdt)\b/.exec(plain)?.[1];
  return word === undefined ? null : (zoneWords[word] ?? null);
}
