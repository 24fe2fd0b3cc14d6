/** A text in two forms of equal length: as written, and folded for matching. A span found in one is the span in the other. */
export interface Words {
  readonly original: string;
  /** Lower case, no accents, straight quotes; what was taken by an earlier reader is blanked out. */
  readonly plain: string;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function wordsOf(text: string): Words {
  const original = text.normalize('NFC');
  const plain = Array.from(original, foldCharacter).join('');
  return { original, plain };
}

/** The same text with these spans blanked in its folded form, so that a later reader does not read them again. */
export function without(words: Words, spans: readonly Span[]): Words {
  let plain = words.plain;
  for (const { start, end } of spans) {
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end);
  }
  return { original: words.original, plain };
}

const straight: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201b': "'",
  '\u00b4': "'",
  '`': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u00a0': ' ',
  '\t': ' ',
};

// Equal length is what keeps spans valid: a character that would fold to another length becomes spaces.
function foldCharacter(character: string): string {
  const known = straight[character];
  if (known !== undefined) return known;
  const folded = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (folded.length === character.length) return folded;
  return ' '.repeat(character.length);
}
