import { notNames } from './names.data.ts';
import type { Span, Words } from './plain-text.rules.ts';

export interface NameRead {
  readonly name: string;
  readonly span: Span;
}

const part = "\\p{L}[\\p{L}'’.-]*";
const introduced = new RegExp(
  `\\b(?:my (?:full |first )?name(?:'s|’s| is)|name(?:'s| is|:)|i(?:'|’)?m called|(?:put it |book it |it'?s )?under(?: the name)?|for|(?:me llamo|mi nombre es|soy|a nombre de)) +(${part}(?: ${part}){0,3})`,
  'iu',
);
const isMe = new RegExp(
  `(?:^|[.,!?\\n]\\s*|\\b(?:hi|hey|hello|hola|thanks|ok|yes|sure),? )(?:it(?:'|’)?s|it is|this is|i(?:'|’)?m|i am|its) +(${part}(?: ${part}){0,2})`,
  'iu',
);
const alone = new RegExp(
  `^\\s*(?:(?:sure|ok|okay|yes|yeah|thanks|thank you|it(?:'|’)?s|its|hi|hey)[,.!]?\\s+)*(${part}(?: ${part}){0,3})\\s*[.!]?\\s*(?:thanks|thank you|please)?[.!]?\\s*$`,
  'iu',
);
const lastFirst = new RegExp(`^\\s*(${part}), (${part})\\s*[.!]?\\s*$`, 'iu');
const notAs = new RegExp(`\\b(?:it(?:'|’)?s|its|i(?:'|’)?m)? ?(${part}),? not (${part})\\b`, 'iu');

/** Finds what a person says their name is. `wasAsked` also takes an answer that is nothing but a name. */
export function readName(words: Words, wasAsked: boolean): NameRead | null {
  const { original } = words;
  const reversed = wasAsked ? lastFirst.exec(original) : null;
  const both = reversed ? cleaned(`${reversed[2]} ${reversed[1]}`, false) : null;
  // "O'Brien, José", as forms have it; "Luis, thanks" is one name.
  if (both?.includes(' ')) return { name: both, span: { start: 0, end: original.length } };
  const corrected = wasAsked ? notAs.exec(original) : null;
  for (const [pattern, mustBeCapital] of [
    [introduced, false],
    [isMe, !wasAsked],
    ...(wasAsked ? ([[alone, false]] as const) : []),
  ] as const) {
    const match = corrected && pattern === isMe ? corrected : pattern.exec(original);
    const said = match?.[1];
    if (!match || said === undefined) continue;
    // "for Friday", "for a wash": a bare "for" names a person only when one was asked for.
    if (/^for\b/i.test(match[0]) && !wasAsked) continue;
    const name = cleaned(said, mustBeCapital);
    if (!name) continue;
    const start = match.index + match[0].indexOf(said);
    return { name, span: { start, end: start + name.length } };
  }
  return null;
}

function cleaned(said: string, mustBeCapital: boolean): string | null {
  const parts: string[] = [];
  for (const word of said.split(/\s+/)) {
    const folded = word
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[.'’-]+$/, '')
      .replaceAll('’', "'");
    if (notNames.has(folded)) break;
    if (mustBeCapital && !/^\p{Lu}/u.test(word)) break;
    parts.push(word.replace(/[.,]+$/, ''));
    if (/[.,]$/.test(word)) break;
  }
  const name = parts.join(' ').trim();
  if (name.length < 2 || name.length > 60) return null;
  return name === name.toLowerCase()
    ? parts.map((p) => p.charAt(0).toUpperCase() + p.slice(1)).join(' ')
    : name;
}
