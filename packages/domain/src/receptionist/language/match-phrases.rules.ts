import { ordinaryWords } from './ordinary-words.data.ts';
import type { Span } from './plain-text.rules.ts';

/** A row of the catalogue and the ways to name it. */
export interface Nameable {
  readonly id: string;
  readonly phrases: readonly string[];
}

export interface PhraseMatch extends Span {
  readonly id: string;
  readonly tokenCount: number;
  /** False where a typo was forgiven. */
  readonly isExact: boolean;
}

interface Token extends Span {
  readonly stem: string;
}

/**
 * Which rows a text names, word by word and never as substrings, typos forgiven. A longer phrase covers the shorter ones
 * inside it ("full interior detail" is not "interior"). Rows that share the words come out together: it must be asked.
 */
export function matchPhrases(plain: string, rows: readonly Nameable[]): PhraseMatch[] {
  const tokens = tokensIn(plain);
  const all = rows.flatMap((row) => bestOf(row, tokens));
  return all
    .filter((match) => !all.some((other) => covers(other, match)))
    .sort((a, b) => a.start - b.start || b.tokenCount - a.tokenCount);
}

/** Rows that share a telling word of their names with the text ("detail"), for when no phrase matches. */
export function matchLoosely(
  plain: string,
  rows: ReadonlyArray<{ readonly id: string; readonly name: string }>,
): string[] {
  const said = new Set(tokensIn(plain).map((token) => token.stem));
  return rows
    .filter((row) =>
      tokensIn(fold(row.name)).some(
        (token) => token.stem.length >= 4 && !tooGeneral.has(token.stem) && said.has(token.stem),
      ),
    )
    .map((row) => row.id);
}

/**
 * The frequent question that a text asks, by the telling words they share; null where none is near enough. Two shared
 * words at least, and most of the question's own.
 */
export function matchQuestion(
  plain: string,
  faqs: ReadonlyArray<{ readonly id: string; readonly question: string }>,
): string | null {
  const said = new Set(tellingStems(plain));
  let best: { id: string; share: number } | null = null;
  for (const { id, question } of faqs) {
    const wanted = [...new Set(tellingStems(fold(question)))];
    const shared = wanted.filter((stem) => said.has(stem)).length;
    const share = shared / Math.max(1, wanted.length);
    const isNear = (shared >= 2 && share >= 0.6) || (shared >= 1 && share === 1);
    if (isNear && share > (best?.share ?? 0)) best = { id, share };
  }
  return best?.id ?? null;
}

const questionWords = new Set(
  'a an the do does did you your we i my me is are it to of in on for at if or and can could should would will have has be there what how when where who why with that this need get go take u come long'.split(
    ' ',
  ),
);
const tellingStems = (plain: string) =>
  tokensIn(plain).flatMap(({ stem }) => (questionWords.has(stem) ? [] : [stem]));

const tooGeneral = new Set([
  'service',
  'with',
  'step',
  'time',
  'every',
  'week',
  'full',
  'multi',
  'your',
  'deep',
]);

function bestOf(row: Nameable, tokens: readonly Token[]): PhraseMatch[] {
  let best: PhraseMatch | null = null;
  for (const phrase of row.phrases) {
    const wanted = tokensIn(fold(phrase));
    for (const match of find(row.id, wanted, tokens)) {
      if (!best || rank(match) > rank(best)) best = match;
    }
  }
  return best ? [best] : [];
}

const rank = (match: PhraseMatch) => match.tokenCount * 2 + (match.isExact ? 1 : 0);

function find(id: string, wanted: readonly Token[], tokens: readonly Token[]): PhraseMatch[] {
  const found: PhraseMatch[] = [];
  for (let i = 0; wanted.length > 0 && i + wanted.length <= tokens.length; i += 1) {
    let isExact = true;
    const isMatch = wanted.every((want, k) => {
      const stem = tokens[i + k]?.stem ?? '';
      if (stem === want.stem) return true;
      isExact = false;
      return !ordinaryWords.has(stem) && isTypoOf(stem, want.stem);
    });
    const [first, last] = [tokens[i], tokens[i + wanted.length - 1]];
    if (isMatch && first && last)
      found.push({ id, start: first.start, end: last.end, tokenCount: wanted.length, isExact });
  }
  return found;
}

function covers(other: PhraseMatch, match: PhraseMatch): boolean {
  if (other === match) return false;
  const overlaps = other.start < match.end && match.start < other.end;
  if (!overlaps) return false;
  if (other.tokenCount !== match.tokenCount) return other.tokenCount > match.tokenCount;
  return other.isExact && !match.isExact;
}

function isTypoOf(said: string, wanted: string): boolean {
  if (wanted.length < 5 || Math.abs(said.length - wanted.length) > 2 || said[0] !== wanted[0]) return false;
  if (/\d/.test(said + wanted)) return false;
  return distance(said, wanted) <= (wanted.length >= 8 ? 2 : 1);
}

// Optimal string alignment: a swap of two neighbours counts as one mistake.
function distance(a: string, b: string): number {
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i += 1) {
    const row: number[] = [i];
    for (let j = 1; j <= b.length; j += 1)
      row.push(
        i === 0
          ? j
          : Math.min(cell(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, substituted(rows, a, b, i, j)),
      );
    rows.push(row);
  }
  return cell(rows, a.length, b.length);
}

function substituted(rows: readonly number[][], a: string, b: string, i: number, j: number): number {
  const plainCost = cell(rows, i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
  const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return isSwap ? Math.min(plainCost, cell(rows, i - 2, j - 2) + 1) : plainCost;
}

const cell = (rows: readonly number[][], i: number, j: number) => rows[i]?.[j] ?? 0;

function tokensIn(plain: string): Token[] {
  return [...plain.matchAll(/[a-z0-9]+(?:['/][a-z0-9]+)*/g)].map((match) => ({
    stem: stemOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

// "washed", "washing" and "washes" name a wash; both sides are cut alike, so that it need not be a real word.
function stemOf(word: string): string {
  if (word.length > 4 && /(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return stemOf(word.slice(0, -1));
  const cut = word.replace(/(?<=.{3})(?:ing|ed)$/, '');
  return /[aeiouy]/.test(cut) ? cut : word;
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
