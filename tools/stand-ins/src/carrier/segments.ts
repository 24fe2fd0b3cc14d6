// GSM 03.38; the second line's characters take two septets.
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '^{}\\[~]|€';

/** How many parts a text is sent in: 160 then 153 septets, or 70 then 67 UTF-16 units where one character is not GSM. */
export function countSegments(body: string): number {
  let septets = 0;
  for (const character of body) {
    if (basic.includes(character)) septets += 1;
    else if (extended.includes(character)) septets += 2;
    else return partsOf(body.length, 70, 67);
  }
  return partsOf(septets, 160, 153);
}

function partsOf(length: number, alone: number, joined: number): number {
  return length <= alone ? 1 : Math.ceil(length / joined);
}
