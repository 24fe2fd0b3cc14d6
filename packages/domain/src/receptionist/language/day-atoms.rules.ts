import { datePatterns, ordinalPatterns } from './date-patterns.rules.ts';
import type { DayAtom, DayContext } from './day-meaning.rules.ts';
import { relativePatterns } from './relative-patterns.rules.ts';
import { weekPatterns } from './week-patterns.rules.ts';

// Longer phrases first: what one has taken, a later one does not read again.
const patterns = [...datePatterns, ...relativePatterns, ...weekPatterns, ...ordinalPatterns];

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
