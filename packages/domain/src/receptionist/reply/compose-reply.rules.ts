import type { Span } from '../language/plain-text.rules.ts';
import { assertEveryFigureIsBacked } from './figure-guard.rules.ts';
import { segmentCount, toGsm7 } from './gsm7.rules.ts';
import type { Fact, Phrase, Piece } from './phrase.rules.ts';

const maxSegments = 3;

/** A sentence of a reply; the least important are left off first when the text would be too long. */
export interface Sentence {
  readonly phrase: Phrase;
  readonly isOptional?: boolean;
}

export interface PlacedFact extends Fact {
  readonly startOffset: number;
  readonly endOffset: number;
}

export interface ComposedReply {
  /** GSM-7, at most three segments. */
  readonly body: string;
  readonly facts: readonly PlacedFact[];
}

/**
 * Puts sentences together to one text of at most three segments, with the place of every fact in it. Throws
 * UnbackedFigure when a figure has no fact: such a text may not leave.
 */
export function composeReply(
  sentences: readonly Sentence[],
  neverPhrases: readonly string[] = [],
): ComposedReply {
  let kept = withoutRepeats(sentences.filter((sentence) => sentence.phrase.length > 0));
  let placed = place(kept);
  while (segmentCount(placed.body) > maxSegments) {
    const drop = kept.findLastIndex((sentence) => sentence.isOptional);
    if (drop < 0) break;
    kept = kept.filter((_, i) => i !== drop);
    placed = place(kept);
  }
  const body = segmentCount(placed.body) > maxSegments ? shortened(placed.body) : placed.body;
  const facts = placed.facts.filter((fact) => fact.endOffset <= body.length);
  const backed = placed.backed.filter((span) => span.end <= body.length);
  assertEveryFigureIsBacked(body, backed, neverPhrases);
  return { body, facts };
}

// Two answers may need the same sentence ("We're closed on Thanksgiving"): it is said once.
function withoutRepeats(sentences: readonly Sentence[]): readonly Sentence[] {
  const said = sentences.map(({ phrase }) => phrase.map(wordsOf).join(''));
  return sentences.filter((_, i) => said.indexOf(said[i] ?? '') === i);
}

function place(sentences: readonly Sentence[]): { body: string; facts: PlacedFact[]; backed: Span[] } {
  let body = '';
  const facts: PlacedFact[] = [];
  const backed: Span[] = [];
  for (const { phrase } of sentences) {
    if (body !== '') body += ' ';
    for (const piece of phrase) {
      const start = body.length;
      body += toGsm7(wordsOf(piece));
      if (typeof piece === 'string') continue;
      backed.push({ start, end: body.length });
      if (piece.kind !== 'named' && piece.kind !== 'echo') {
        facts.push({ ...piece, value: body.slice(start), startOffset: start, endOffset: body.length });
      }
    }
  }
  return { body, facts, backed };
}

// Cut between words, so that no figure is left half.
function shortened(body: string): string {
  const limit = maxSegments * 153 - 3;
  let text = body;
  while (segmentCount(text) > maxSegments || text.length > limit)
    text = text.slice(0, Math.max(0, text.lastIndexOf(' ', text.length - 2)));
  return `${text.replace(/[\s,;.]+$/, '')}...`;
}

const wordsOf = (piece: Piece) => (typeof piece === 'string' ? piece : piece.value);
