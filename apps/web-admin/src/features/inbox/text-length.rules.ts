/** The basic alphabet of text messages (GSM 03.38); a character outside it cuts a text from 160 to 70. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** These take two places. */
const extended = new Set('^{}\\[~]|€\f');

export type TextLength = { used: number; room: number; texts: number };

/** How many carrier texts a message takes: 160 or 70 for one, 153 or 67 each where there are more. */
export function textLengthOf(body: string): TextLength {
  let places = 0;
  for (const character of body) {
    if (basic.has(character)) places += 1;
    else if (extended.has(character)) places += 2;
    else return measured(body.length, 70, 67);
  }
  return measured(places, 160, 153);
}

function measured(used: number, single: number, joined: number): TextLength {
  if (used <= single) return { used, room: single, texts: used === 0 ? 0 : 1 };
  const texts = Math.ceil(used / joined);
  return { used, room: texts * joined, texts };
}

/** Typing aids write curly quotes and long dashes; a text goes out with the plain ones. */
export function plainQuotes(body: string): string {
  return body
    .replace(/[\u2018\u2019\u201a]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/\u2026/g, '...');
}
