import type { Span, Words } from './plain-text.rules.ts';

export interface AddressRead {
  /** As the customer wrote it, trimmed. */
  readonly address: string;
  readonly span: Span;
}

const streetKind =
  '(?:st(?:reet)?|ave?(?:nue)?|r(?:oa)?d|dr(?:ive)?|ln|lane|blvd|boulevard|ct|court|way|pl(?:ace)?|cir(?:cle)?|pkwy|parkway|hwy|highway|trl|trail|loop|cv|cove|ter(?:race)?|pass|path|run|row|xing|crossing|bend|hollow|ridge|sq(?:uare)?|expy|expressway|fwy|freeway|plaza|bluff|creek|glen|park|point|view|vista|walk|alley|aly|mews|oaks?|heights|landing|meadows?|springs?|grove|commons|estates?)';
const kindFirst =
  '(?:avenue|ave|calle|camino|avenida|via|rue|highway|hwy|county road|cr|fm|rr|ranch road|interstate|ih|i-|us|state highway|sh|loop|route|paseo|rancho)';
const word = "[a-z0-9][a-z0-9'.-]*";
const unitPart =
  '(?:,? *(?:#|apt|apartment|unit|ste|suite|bldg|building|lot|space|no\\.?) ?#?[a-z0-9-]{1,6}\\b)?';
const cityPart =
  "(?: [a-z][a-z.'-]{2,15}(?: [a-z]{3,12})?(?=,? (?:tx|texas|ca|fl|ny|az|co|ga|nc|wa|nv|il|oh|pa)\\b)|, ?(?!with\\b|at\\b|and\\b|please|thanks|my\\b|i\\b|it\\b|the\\b|for\\b|name\\b|under\\b|call\\b|see\\b|this\\b|we\\b|is\\b|yes\\b|no\\b|ok\\b|can\\b|what\\b|how\\b|when\\b|where\\b|who\\b|gate\\b|code\\b|thank|unit\\b|but\\b|tomorrow|today|[a-z]+day\\b)[a-z][a-z .'-]{2,24}?(?=,|\\.|\\n|$| \\d{5}| tx| texas| ca\\b| [a-z]{2} \\d{5}))?(?:,? (?:tx|texas|ca|fl|ny|az|co|ga|nc|wa|or|nv|il|oh|pa|[a-z]{2}(?= \\d{5})))?\\b(?:,? \\d{5}(?:-\\d{4})?)?";
const withKind = new RegExp(
  `(?<![\\d:$/#.-])\\b\\d{1,6}[a-z]?(?: 1/2)? (?:(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\\.? )?(?:${word} ){0,4}?${streetKind}\\b\\.?(?! (?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|ct|court|way|pl|place|cir|circle|pkwy|trl|trail|loop|cv|cove|ter|terrace|pass)\\b)(?: (?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\\b\\.?)?${unitPart}${cityPart}`,
);
const withKindFirst = new RegExp(
  `(?<![\\d:$/#.-])\\b\\d{1,6} (?:(?:n|s|e|w|north|south|east|west)\\.? )?${kindFirst} ${word}(?: ${word}(?= *(?:,|\\.|\\n|$)))?${unitPart}${cityPart}`,
);
const spanish =
  /\b(?:calle|avenida|av\.?|camino|privada|paseo) [a-z][a-z0-9 .'-]{1,30}? (?:#|no\.? ?|numero )?\d{1,5}\b/;
// Only when an address was asked for: "4410 Riverside" has no word that says it is a street.
const whenAsked = new RegExp(
  `(?<![\\d:$/#.-])\\b\\d{1,6}[a-z]? (?!(?:am|pm|works?|is|please|cars?|sedans?|suvs?|trucks?|o'?clock|minutes?|hours?|people|or|and|to|for|of)\\b)[a-z][a-z0-9'.-]*(?: (?!at\\b|with\\b|and\\b|please\\b|thanks\\b|but\\b|for\\b)${word}){0,4}${unitPart}${cityPart}`,
);
// A "run", "way" or "view" after a number is seldom a street: "2 suvs on the way".
const notStreet =
  /^\d{1,2} (?:cars?|suvs?|trucks?|vans?|dogs?|cats?|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|people|things?|times?|door|row|am|pm|or|and|to)\b/;

/** Finds a street address: a number and a street's words. `wasAsked` also takes "4410 Riverside". */
export function readAddress(words: Words, wasAsked: boolean): AddressRead | null {
  const { plain, original } = words;
  const patterns = [withKindFirst, withKind, spanish, ...(wasAsked ? [whenAsked] : [])];
  for (const pattern of patterns) {
    const match = pattern.exec(plain);
    if (!match || notStreet.test(match[0])) continue;
    // An hour before the address is not its number: "12:30. 4410 Avenue G".
    const text = original
      .slice(match.index, match.index + match[0].length)
      .replace(/\s+/g, ' ')
      .replace(/[\s,.;]+$/, '')
      .trim();
    return { address: text.slice(0, 200), span: { start: match.index, end: match.index + match[0].length } };
  }
  return null;
}

/** "same address as before", "my house": the one that is on file. */
export function saysSameAddress(plain: string): boolean {
  return /\b(?:same (?:address|place|spot|location|house)|(?:address|place) (?:as )?(?:before|last time|on file|you have)|you have (?:my|the) address|usual (?:place|address|spot)|misma direccion|como siempre)\b/.test(
    plain,
  );
}
