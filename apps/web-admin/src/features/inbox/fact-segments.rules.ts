import type { MessageFact } from '@servicepro/contracts/rest/conversations';

export type Segment =
  | { kind: 'text'; text: string; at: number }
  | { kind: 'fact'; text: string; at: number; fact: MessageFact };

/** A message's text cut at its figures. A range that does not lie within the text, or overlaps one before, is passed over. */
export function segmentsOf(body: string, facts: readonly MessageFact[]): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const fact of [...facts].sort((one, other) => one.startOffset - other.startOffset)) {
    const isWithin =
      fact.startOffset >= end && fact.endOffset > fact.startOffset && fact.endOffset <= body.length;
    if (!isWithin) continue;
    if (fact.startOffset > end)
      segments.push({ kind: 'text', text: body.slice(end, fact.startOffset), at: end });
    segments.push({
      kind: 'fact',
      text: body.slice(fact.startOffset, fact.endOffset),
      at: fact.startOffset,
      fact,
    });
    end = fact.endOffset;
  }
  if (end < body.length) segments.push({ kind: 'text', text: body.slice(end), at: end });
  return segments;
}
