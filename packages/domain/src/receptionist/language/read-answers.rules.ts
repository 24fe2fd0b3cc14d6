import { numberWords } from './calendar-words.data.ts';
import { noPattern, vaguePattern, yesPattern } from './intents.data.ts';

/** What a short answer says, taken by itself; which offer it is about is for the dialogue's state to say. */
export interface Answer {
  readonly yesNo: 'yes' | 'no' | null;
  /** "ok" and the like: agreement that names nothing. */
  readonly isVague: boolean;
  /** 1 is the first offer; -1 the last. */
  readonly ordinal: number | null;
  /** A number that may be an option or an hour ("2"). */
  readonly number: number | null;
  readonly isAny: boolean;
}

const ordinals: ReadonlyArray<readonly [RegExp, number]> = [
  [
    /\b(?:(?:the |option |number |choice )?(?:first|1st)(?: (?:one|option|slot|time|choice))?|(?:the )?(?:earlier|earliest|soonest)(?: (?:one|option|slot|time))?|el primero|la primera|primero)\b(?! (?:thing|available|time (?:i|customer|here)|street|st|ave))/,
    1,
  ],
  [
    /\b(?:(?:the |option |number |choice )?(?:second|2nd)(?: (?:one|option|slot|choice))?|(?:the )?middle(?: (?:one|option|slot|time))?|el segundo|la segunda|segundo)\b(?! (?:time|street|st|ave|opinion|thought))/,
    2,
  ],
  [
    /\b(?:(?:the |option |number |choice )?(?:third|3rd)(?: (?:one|option|slot|choice))?|el tercero|la tercera|tercero)\b(?! (?:street|st|ave|row|time))/,
    3,
  ],
  [
    /\b(?:(?:the )?(?:last|latest)(?: (?:one|option|slot|time|choice))?|el ultimo|la ultima)\b(?! (?:time|week|month|year|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday))/,
    -1,
  ],
];

const words = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|uno|dos|tres';
const lead =
  "(?:(?:yes|yep|yeah|ok(?:ay)?|sure|let'?s (?:do|go with|say)|i'?ll (?:do|take)|i'?d like|can (?:we|i) do|we'?ll take|make it|the|go with|how about|prefer|take|do|works?)[\\s,.!]*)*";
const tail =
  '(?:[\\s,.!]*(?:please|pls|works?(?: for me| best| great)?|is (?:good|fine|great|perfect)|sounds (?:good|great)|thanks?|thank you|then|for me|it is|would be (?:great|good|perfect)))*';
const bareNumber = new RegExp(
  `(?:^|\\n)\\W*${lead}(?:option |number |no\\.? |choice |slot |#)?\\(?(\\d{1,2}|${words})\\)?${tail}\\W*(?=$|\\n)`,
);
const optionNumber = /\b(?:option|number|choice|slot|no\.?) ?#?(\d)\b|#(\d)\b/;

export function readAnswer(plain: string, original: string): Answer {
  const option = optionNumber.exec(plain);
  const optionSaid = option ? Number(option[1] ?? option[2]) : null;
  const number = bareNumber.exec(plain)?.[1];
  const value = number === undefined ? null : (numberWords[number] ?? Number(number));
  return {
    yesNo: yesNo(plain, original),
    isVague: vaguePattern.test(plain),
    ordinal: optionSaid ?? ordinals.find(([pattern]) => pattern.test(plain))?.[1] ?? null,
    number: optionSaid === null && value !== null && value >= 1 && value <= 24 ? value : null,
    isAny:
      /\b(?:any(?: of (?:them|those|these))?|either(?: one| works)?|whichever|whatever(?: works)?|you (?:pick|choose)|both work|all (?:work|good)|cualquiera)\b/.test(
        plain,
      ),
  };
}

// A thumbs up, an OK hand, a tick or folded hands, in any skin tone, and nothing else.
const thumbsUp = /^\s*(?:(?:\u{1F44D}|\u{1F44C}|\u{2705}|\u{1F64F})\p{Emoji_Modifier}?\s*)+$/u;

function yesNo(plain: string, original: string): 'yes' | 'no' | null {
  if (noPattern.test(plain)) return 'no';
  if (yesPattern.test(plain)) return 'yes';
  if (thumbsUp.test(original)) return 'yes';
  return null;
}
