import { type IntentName, intentPatterns } from './intents.data.ts';
import { matchLoosely, matchPhrases, matchQuestion, type Nameable } from './match-phrases.rules.ts';
import { type Words, without, wordsOf } from './plain-text.rules.ts';
import { readAddress, saysSameAddress } from './read-address.rules.ts';
import { readAnswer } from './read-answers.rules.ts';
import { type AssetClassRow, readAsset } from './read-asset.rules.ts';
import { readName } from './read-name.rules.ts';
import { readOptOut } from './read-opt-out.rules.ts';
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
const story = 1600;

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
  const isHalfAsked = context.previousWhen?.question?.kind === 'which-half';
  const timeWords = without(words, [
    ...(asset?.spans ?? []),
    ...(name && context.asked === 'name' ? [name.span] : []),
  ]);
  const { when, recurrence } = understandWhen(
    isHalfAsked ? halfOfDay(timeWords) : timeWords,
    context.calendar,
    context.now,
    context.previousWhen,
  );
  const answer = readAnswer(timeWords.plain, all.original);
  const numberWhen =
    answer.number !== null && when === null
      ? understandWhen(wordsOf(`at ${answer.number}`), context.calendar, context.now, context.previousWhen)
          .when
      : null;
  const urgent = matchPhrases(words.plain, context.urgentWords)[0];

  return {
    intents: intentsOf(words, { hasService: services.ids.length > 0, hasWhen: when !== null, answer }),
    serviceIds: services.ids,
    isServiceAmbiguous: services.isAmbiguous,
    addOnIds: addOns
      .filter((match) => !services.spans.some((span) => span.start <= match.start && match.end <= span.end))
      .map((match) => match.id),
    asset,
    when,
    numberWhen,
    recurrence: services.coversRecurrence ? null : recurrence,
    answer,
    name: name?.name ?? null,
    address: address?.address ?? null,
    isSameAddress: saysSameAddress(words.plain),
    isForSeveral: several.test(words.plain),
    faqId: matchQuestion(words.plain, context.faqs),
    asksWhatIsIncluded: /\b(?:includ\w*|what comes with|que incluye)\b/.test(words.plain),
    needsPerson: urgent?.id ?? null,
    language: languageOf(all.plain),
    isQuestion: all.original.includes('?'),
  };
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
    return { ids: loose, isAmbiguous: loose.length > 1, spans: [], coversRecurrence };
  }
  const longest = Math.max(...matches.map((match) => match.tokenCount));
  const best = matches.filter((match) => match.tokenCount === longest);
  const exact = best.filter((match) => match.isExact);
  const kept = exact.length > 0 ? exact : best;
  const [first] = kept;
  const isAmbiguous = kept.some(
    (match) => match !== first && first !== undefined && match.start < first.end && first.start < match.end,
  );
  return { ids: kept.map((match) => match.id), isAmbiguous, spans: matches, coversRecurrence };
}

function intentsOf(
  words: Words,
  read: { hasService: boolean; hasWhen: boolean; answer: Understanding['answer'] },
): IntentName[] {
  const { plain } = words;
  if (!/[\p{L}\p{N}]/u.test(words.original))
    return read.answer.yesNo === 'yes' ? ['confirm'] : ['media_only'];
  const found = new Set<IntentName>();
  for (const line of [plain, ...plain.split('\n')]) {
    for (const { intent, pattern } of intentPatterns) if (pattern.test(line)) found.add(intent);
  }
  const optOut = readOptOut(plain);
  if (optOut === 'opt-out') found.add('opt_out');
  if (optOut === 'unclear') found.add('opt_out_unclear');
  // "Are you a real person?" asks what we are; "a real person" alone asks for one.
  if (found.has('bot_question') && !/\b(?:talk|speak|want|need|get|give)\b/.test(plain))
    found.delete('human_request');
  if (/\b(?:cancel|call off)\b[^.?!\n]*\b(?:fee|policy|charge)\b/.test(plain)) found.delete('cancel');
  // "What time do you close?" is about the hours, "my appointment" about one that stands.
  if (found.has('hours_question') && !/\b(?:avail\w*|openings?|slots?|free)\b/.test(plain))
    found.delete('availability_question');
  if (/\bmy (?:\w+ )?(?:appointments?|appts?|bookings?)\b/.test(plain) && !read.hasService)
    found.delete('book_new');
  if (read.answer.yesNo === 'yes') found.add('confirm');
  if (read.answer.yesNo === 'no') found.add('deny');
  if (read.answer.ordinal !== null || read.answer.number !== null) found.add('choose');
  if (read.hasService && found.has('availability_question')) found.add('book_new');
  return [...found];
}

const spanishWords =
  /\b(?:hola|gracias|quiero|necesito|cuanto|cuesta|lavar|carro|coche|manana|cita|por favor|puede[ns]?|tiene[ns]?|donde|cuando|hoy|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hablar|persona|espanol|para|una|los|las|que|el|mi|si|con|buenos|buenas|dias|tardes)\b/g;
const englishWords =
  /\b(?:the|is|my|you|can|what|how|for|and|please|thanks|hi|hello|need|want|today|tomorrow|yes|at|on|do|a|it|i)\b/g;

function languageOf(plain: string): 'en' | 'es' {
  const spanish = plain.match(spanishWords)?.length ?? 0;
  return spanish >= 2 && spanish > (plain.match(englishWords)?.length ?? 0) ? 'es' : 'en';
}

function nothing(words: Words): Understanding {
  return {
    intents: [],
    serviceIds: [],
    isServiceAmbiguous: false,
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
    needsPerson: null,
    language: languageOf(words.plain),
    isQuestion: false,
  };
}
