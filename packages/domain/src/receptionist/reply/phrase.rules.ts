/** A figure, time or policy with the row that backs it. No row, no figure. */
export interface Fact {
  readonly kind:
    | 'price'
    | 'duration'
    | 'slot'
    | 'booking'
    | 'hours'
    | 'day'
    | 'holiday'
    | 'address'
    | 'phone'
    | 'area'
    | 'faq'
    | 'emergency';
  /** As it stands in the reply: "$89", "11:30 AM". */
  readonly value: string;
  readonly label: string;
  readonly detail: string;
  readonly sourceTable: string;
  readonly sourceId: string | null;
}

/** A name that a person of the business chose ("5-step detail"): not a claim, though it may hold digits. */
export interface Named {
  readonly kind: 'named';
  readonly value: string;
}

/** Words that repeat what a fact of the same reply says: the "Friday" of its slots. */
export interface Echo {
  readonly kind: 'echo';
  readonly value: string;
  readonly of: Fact;
}

export type Piece = string | Fact | Named | Echo;
/** A sentence or part of one, with its facts still in place. */
export type Phrase = readonly Piece[];

type Part = Piece | Phrase | null | undefined | false;

/** Makes a phrase: t`${service} is ${price}.` keeps the facts apart from the words around them. */
export function t(strings: TemplateStringsArray, ...parts: readonly Part[]): Phrase {
  return strings.flatMap((words, i) => [...(words === '' ? [] : [words]), ...flat(parts[i])]);
}

/** "a", "a or b", "a, b or c". */
export function listed(items: readonly Phrase[], last: string): Phrase {
  return items.flatMap((item, i) => {
    if (i === 0) return [...item];
    return [i === items.length - 1 ? ` ${last} ` : ', ', ...item];
  });
}

export const named = (value: string): Named => ({ kind: 'named', value });
export const echo = (value: string, of: Fact): Echo => ({ kind: 'echo', value, of });

function flat(part: Part): readonly Piece[] {
  if (part === null || part === undefined || part === false) return [];
  if (isPhrase(part)) return part;
  return [part];
}

function isPhrase(part: Piece | Phrase): part is Phrase {
  return Array.isArray(part);
}
