/** GSM 03.38 default alphabet; one character outside it makes every segment half as long. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Each of these takes two places. */
const extended = '^{}\\[~]|€';
const basicSet: ReadonlySet<string> = new Set(basic);
const extendedSet: ReadonlySet<string> = new Set(extended);

const plainForms: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2022': '-',
  '\t': ' ',
};

/** The same words in GSM-7: straight quotes, plain dashes, accents that the alphabet lacks left off, emoji dropped. */
export function toGsm7(text: string): string {
  return Array.from(text.normalize('NFC'), (character) => {
    if (basicSet.has(character) || extendedSet.has(character)) return character;
    const plain = plainForms[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '');
    return Array.from(plain)
      .filter((c) => basicSet.has(c) || extendedSet.has(c))
      .join('');
  }).join('');
}

export function isGsm7(text: string): boolean {
  return Array.from(text).every((character) => basicSet.has(character) || extendedSet.has(character));
}

/** How many segments a GSM-7 text takes: 160 places alone, 153 each when joined (3GPP TS 23.040). */
export function segmentCount(text: string): number {
  const places = Array.from(text).reduce((sum, character) => sum + (extendedSet.has(character) ? 2 : 1), 0);
  return places <= 160 ? 1 : Math.ceil(places / 153);
}
