import { dayParts } from './calendar-words.data.ts';
import type { Span } from './plain-text.rules.ts';

export interface Part extends Span {
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
}

/** Finds parts of the day ("after lunch"); a part that is ruled out leaves the rest of the day. */
export function findParts(plain: string): Part[] {
  const parts: Part[] = [];
  let rest = plain;
  for (const part of dayParts) {
    for (const match of [...rest.matchAll(new RegExp(`\\b(?:${part.pattern})(?![a-z])`, 'g'))]) {
      // "Good morning" and "thanks, have a nice evening" are greetings.
      const before = rest.slice(0, match.index);
      if (/\b(?:good|nice|great|lovely|buen[ao]s?) $/.test(before)) continue;
      rest = blank(rest, [spanOf(match)]);
      const isExcluded =
        /\b(?:not|no|but|except|can'?t do|avoid)(?: in| the| on)* $/.test(before) ||
        /^ (?:don'?t|doesn'?t|won'?t|is no|are no|isn'?t|aren'?t)/.test(
          rest.slice(match.index + match[0].length),
        );
      if (!isExcluded) parts.push({ ...spanOf(match), fromMinute: part.fromMinute, toMinute: part.toMinute });
      else if (part.fromMinute === null)
        parts.push({ ...spanOf(match), fromMinute: part.toMinute, toMinute: null });
      else parts.push({ ...spanOf(match), fromMinute: null, toMinute: part.fromMinute });
    }
  }
  return parts;
}

export function whole(parts: readonly Part[]): { fromMinute: number | null; toMinute: number | null } {
  const froms = parts.map((part) => part.fromMinute);
  const tos = parts.map((part) => part.toMinute);
  return {
    fromMinute: froms.some((m) => m === null) ? null : Math.min(...froms.map((m) => m ?? 0)),
    toMinute: tos.some((m) => m === null) ? null : Math.max(...tos.map((m) => m ?? 0)),
  };
}

export function halfOfPart(part: Part): 'am' | 'pm' {
  return part.fromMinute === null || part.fromMinute < 690 ? 'am' : 'pm';
}

export function halfFromPart(after: string): 'am' | 'pm' | null {
  if (/^ (?:in the |por la |de la )?(?:morning|manana)\b/.test(after)) return 'am';
  return /^ (?:in the |at |por la |de la )?(?:afternoon|evening|night|tarde|noche)\b/.test(after)
    ? 'pm'
    : null;
}

export function blank(plain: string, spans: readonly Span[]): string {
  return spans.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    plain,
  );
}

export const spanOf = (match: RegExpExecArray): Span => ({
  start: match.index,
  end: match.index + match[0].length,
});
