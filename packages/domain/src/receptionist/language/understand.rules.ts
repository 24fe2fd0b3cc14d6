import { matchLoosely, matchPhrases, matchQuestion, type Nameable } from './match-phrases.rules.ts';
import { type Words, without, wordsOf } from './plain-text.rules.ts';
import { readAddress, saysSameAddress } from './read-address.rules.ts';
import { readAnswer } from './read-answers.rules.ts';
import { type AssetClassRow, readAsset } from './read-asset.rules.ts';
import { languageOf, readIntents } from './read-intents.rules.ts';
import { readName } from './read-name.rules.ts';
import { understandWhen } from './understand-when.rules.ts';
import type { Understanding } from './understanding.rules.ts';
import type { BusinessCalendar, WhenRequest } from './when-request.rules.ts';

export interface UnderstandContext {
  readonly calendar: BusinessCalendar;
  readonly now: Temporal.Instant;
  readonly services: ReadonlyArray<{
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly words: readonly string[];
  }>;
  readonly addOns: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly words: readonly string[];
  }>;
  readonly assetClasses: readonly AssetClassRow[];
  /** A pack's words that call for a person at once. */
  readonly urgentWords: readonly Nameable[];
  readonly faqs: ReadonlyArray<{ readonly id: string; readonly question: string }>;
  readonly previousWhen: WhenRequest | null;
  /** What the last reply asked for, since "4410 Riverside" or "Luis" mean little by themselves. */
  readonly asked: string | null;
}

const phone = /(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\b\d{10}\b/g;
const reaction =
  /^\s*(?:liked|loved|laughed at|emphasized|disliked|questioned|reacted [^"]{1,12} to|le gusto|le encanto)\s+(?:"|an? (?:image|attachment|message)|un)/;
const several =
  /\b(?:two|2|three|3|four|4|several|multiple) (?:of (?:my|our) )?(?:cars|vehicles|trucks|suvs|vans|autos|lawns|yards|houses|properties|dogs|cats|carros)\b|\bboth (?:of (?:them|my|our)|cars|vehicles|trucks)\b|\b(?:my|our) cars\b/;
const namedWork =
  /\b(?:do|can|could) (?:you|u|y'?all) (?:guys )?(?:also )?(?:do|offer|clean|wash|handle) (?!(?:any\w*|all|it|that|this|them|these|those|everything|what|cars?|trucks?|mobile|same|my|our|house calls|homes?|you)\b)[a-z]{3,}/;
const story = 1600;
/** Above this a text tells of many things: what it mentions is not thereby ordered. */
const longestOrder = 400;

/** Reads the texts of one turn, oldest first, as one. Text from outside is data: nothing in it is ever an instruction. */
export function understand(texts: readonly string[], context: UnderstandContext): Understanding {
  const all = wordsOf(
    texts
      .map((text) => text.slice(0, story))
      .join('\n')
      .slice(0, 4 * story),
  );
  if (reaction.test(all.plain)) return { ...nothing(all), intents: ['acknowledgement'] };
  const withoutPhones = without(
    all,
    [...all.plain.matchAll(phone)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
  );
  const address = readAddress(withoutPhones, context.asked === 'address');
  const words = address ? without(withoutPhones, [address.span]) : withoutPhones;

  const asset = readAsset(words, context.assetClasses, context.asked === 'asset');
  const services = matchServices(words, context);
  const addOns = matchPhrases(
    words.plain,
    context.addOns.map((row) => ({ id: row.id, phrases: [row.name, ...row.words] })),
  );
  const name = readName(words, context.asked === 'name');
  const time = readTime(
    without(words, [...(asset?.spans ?? []), ...(name && context.asked === 'name' ? [name.span] : [])]),
    all.original,
    context,
  );
  const urgent = matchPhrases(words.plain, context.urgentWords)[0];
  const isStory = all.plain.length > longestOrder;

  return {
    intents: readIntents(words, { hasService: services.ids.length > 0, answer: time.answer }),
    serviceIds: services.ids,
    addOnIds: (isStory ? [] : addOns)
      .filter((match) => !services.spans.some((span) => span.start <= match.start && match.end <= span.end))
      .map((match) => match.id),
    asset,
    ...time,
    when: isStory ? withoutOddTime(time.when) : time.when,
    recurrence: services.coversRecurrence ? null : time.recurrence,
    name: name?.name ?? null,
    address: address?.address ?? null,
    isSameAddress: saysSameAddress(words.plain),
    isForSeveral: several.test(words.plain),
    faqId: isStory ? null : matchQuestion(words.plain, context.faqs),
    asksForNamedWork: namedWork.test(words.plain) && time.when === null,
    isQuestion: all.plain.includes('?'),
    asksWhatIsIncluded: /\b(?:includ\w*|what comes with|que incluye)\b/.test(words.plain),
    needsPerson: urgent?.id ?? null,
    language: languageOf(all.plain),
  };
}

function readTime(
  words: Words,
  original: string,
  { calendar, now, previousWhen }: UnderstandContext,
): Pick<Understanding, 'when' | 'numberWhen' | 'recurrence' | 'answer'> {
  const isHalfAsked = previousWhen?.question?.kind === 'which-half';
  const { when, recurrence } = understandWhen(
    isHalfAsked ? halfOfDay(words) : words,
    calendar,
    now,
    previousWhen,
  );
  const answer = readAnswer(words.plain, original);
  const isNumber = answer.number !== null && when === null;
  const numberWhen = isNumber
    ? understandWhen(wordsOf(`at ${answer.number}`), calendar, now, previousWhen).when
    : null;
  return { when, numberWhen, recurrence, answer };
}

// "The kids are at school until 3": an hour of somebody's day, of which we need not say that we are closed then.
function withoutOddTime(when: WhenRequest | null): WhenRequest | null {
  return when?.problem?.kind === 'outside-hours' ? { ...when, time: null, problem: null } : when;
}

// "am" alone answers "8:00 AM or 8:00 PM?"; elsewhere it is a verb.
function halfOfDay(words: Words): Words {
  const plain = words.plain
    .replace(/^(\W*)(?:the )?(?:a\.?m\.?)(?=\W*$)/, '$1morning')
    .replace(/^(\W*)(?:the )?(?:p\.?m\.?)(?=\W*$)/, '$1evening');
  return plain === words.plain ? words : wordsOf(plain);
}

function matchServices(words: Words, context: UnderstandContext) {
  const rows = context.services.map((row) => ({
    id: row.id,
    phrases: [row.name, row.key.replaceAll('_', ' '), ...row.words],
  }));
  const matches = matchPhrases(words.plain, rows);
  const coversRecurrence = matches.some((match) =>
    /\b(?:week|biweekly|monthly|two weeks|semana)/.test(words.plain.slice(match.start, match.end)),
  );
  if (matches.length === 0) {
    const loose = context.asked === 'service' ? matchLoosely(words.plain, context.services) : [];
    return { ids: loose, spans: [], coversRecurrence };
  }
  const longest = Math.max(...matches.map((match) => match.tokenCount));
  const best = matches.filter((match) => match.tokenCount === longest);
  const exact = best.filter((match) => match.isExact);
  const kept = exact.length > 0 ? exact : best;
  return { ids: kept.map((match) => match.id), spans: matches, coversRecurrence };
}

function nothing(words: Words): Understanding {
  return {
    intents: [],
    serviceIds: [],
    addOnIds: [],
    asset: null,
    when: null,
    numberWhen: null,
    recurrence: null,
    answer: { yesNo: null, isVague: false, ordinal: null, number: null, isAny: false },
    name: null,
    address: null,
    isSameAddress: false,
    isForSeveral: false,
    faqId: null,
    asksWhatIsIncluded: false,
    asksForNamedWork: false,
    isQuestion: false,
    needsPerson: null,
    language: languageOf(words.plain),
  };
}
