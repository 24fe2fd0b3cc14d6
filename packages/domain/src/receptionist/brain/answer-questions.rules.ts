import type { AssetClass, Service } from '@servicepro/contracts/rest/catalog';
import type { Sentence } from '../reply/compose-reply.rules.ts';
import { english as texts } from '../reply/english.template.ts';
import {
  addOnFact,
  dayFact,
  fact,
  faqFact,
  holidayFact,
  profileFact,
  visitFact,
} from '../reply/fact.rules.ts';
import { moneyText } from '../reply/figures.rules.ts';
import { dayHoursPhrase, hoursPhrase } from '../reply/hours.rules.ts';
import type { Fact, Phrase } from '../reply/phrase.rules.ts';
import { visitorName } from '../reply/wording.rules.ts';
import { isIdle } from './answer-closing.rules.ts';
import type { BusinessFacts, TurnInput } from './turn.rules.ts';

export interface Answers {
  /** A frequent question was answered: the services it names are not thereby wanted. */
  readonly isFaq: boolean;
  readonly sentences: readonly Sentence[];
  /** A question the business's rows do not answer: it goes to a person, with this reason. */
  readonly unanswered: { readonly reason: string; readonly says: Phrase } | null;
}

/** Answers what the rows can answer, each question in a sentence: hours, place, area, services, add-ons, the next visit. */
export function answerQuestions(input: TurnInput): Answers {
  const { understanding, facts, customer } = input;
  const asks = (intent: (typeof understanding.intents)[number]) => understanding.intents.includes(intent);
  const sentences: Sentence[] = [];
  let unanswered: Answers['unanswered'] = null;
  const say = (phrase: Phrase | null, isOptional = false) => {
    if (phrase) sentences.push({ phrase, isOptional });
  };

  if (asks('hours_question')) for (const phrase of hoursSaid(input)) say(phrase);
  if (asks('location_question')) for (const phrase of whereabouts(input)) say(phrase);
  if (asks('area_check')) {
    if (facts.serviceArea !== '') say(areaSaid(facts));
    else unanswered = { reason: 'Asks whether we go there', says: texts.handOffArea(facts.ownerName) };
  }
  if (asks('eta_question')) {
    const [next] = customer.upcoming;
    if (next) say(texts.nextVisit(visitFact(next, facts), visitorName(next.resourceName)));
    else
      unanswered = {
        reason: 'Asks about a visit we have no booking for',
        says: texts.handOff(facts.ownerName),
      };
  }
  if (asks('service_question')) {
    const asked = answerAddOns(input);
    for (const phrase of asked.phrases) say(phrase);
    unanswered ??= asked.unanswered;
    if (asked.phrases.length === 0 && !unanswered) for (const phrase of aboutServices(input)) say(phrase);
  }
  const faq = facts.faqs.find((row) => row.id === understanding.faqId);
  const isAnsweredByRows =
    sentences.length > 0 || (['price_question', 'duration_question'] as const).some(asks);
  if (faq && !isAnsweredByRows)
    return { isFaq: true, sentences: [{ phrase: [faqFact(faq)] }], unanswered: null };
  // In the middle of a booking it is said that we cannot answer, and the booking goes on.
  if (asks('payment_question') && !isAnsweredByRows && isIdle(input.state))
    unanswered ??= { reason: 'Asks about paying', says: texts.handOff(facts.ownerName) };
  return { isFaq: false, sentences, unanswered };
}

// "Are you open on Christmas?": the day that was asked for, holidays minded, then the week.
function hoursSaid({ understanding: { when }, facts, now }: TurnInput): Phrase[] {
  if (facts.hours.length === 0) return [];
  const week = texts.hoursAre(hoursPhrase(facts));
  const [range] = when?.ranges ?? [];
  const inWords = range && range.from === range.to && when?.ranges.length === 1 ? range.from : null;
  const day = when?.problem && 'day' in when.problem ? when.problem.day : inWords;
  if (day === null || when?.question) return [week];
  const hours = dayHoursPhrase(day, facts);
  const isHoliday = facts.holidays.some((holiday) => holiday.day === day);
  if (!hours || isHoliday) return [texts.closedOn(holidayFact(day, facts, now)), week];
  return [texts.openOn(dayFact(day, facts, now), hours)];
}

const described = (service: Service): Phrase[] =>
  service.description === '' ? [] : [texts.about(service.description)];

function aboutServices({ understanding, facts, state }: TurnInput): Phrase[] {
  const current = facts.services.find((service) => service.id === state.serviceId);
  const named = facts.services.filter((service) => understanding.serviceIds.includes(service.id));
  const [only] = named;
  if (only && named.length === 1) return [texts.yesWeDo(only.name), ...described(only)];
  if (understanding.asksWhatIsIncluded && current) return described(current);
  if (named.length > 1) return [];
  const notOurs = understanding.asksForNamedWork ? [texts.notOnList()] : [];
  return facts.services.length > 0
    ? [...notOurs, texts.servicesAre(facts.services.slice(0, 8).map((service) => service.name))]
    : [];
}

function answerAddOns({ understanding, facts }: TurnInput): {
  phrases: Phrase[];
  unanswered: Answers['unanswered'];
} {
  const wanted = facts.addOns.filter((addOn) => understanding.addOnIds.includes(addOn.id));
  const asksPrice = understanding.intents.includes('price_question');
  const phrases: Phrase[] = [];
  let unanswered: Answers['unanswered'] = null;
  for (const addOn of wanted.slice(0, 2)) {
    const currency = facts.services[0]?.prices[0]?.currency ?? 'USD';
    if (addOn.priceCents !== null)
      phrases.push(
        texts.addOnPrice(addOn.name, addOnFact({ ...addOn, priceCents: addOn.priceCents }, currency)),
      );
    else if (asksPrice)
      unanswered = {
        reason: `${addOn.name} has no confirmed price`,
        says: texts.handOffNoPrice(facts.ownerName),
      };
    else phrases.push(texts.yesWeDo(addOn.name));
  }
  return { phrases, unanswered };
}

function whereabouts({ facts }: TurnInput): Phrase[] {
  const isMobile = facts.services.some((service) => service.isMobile);
  const address =
    facts.street === '' ? '' : [facts.street, facts.city].filter((part) => part !== '').join(', ');
  return [
    ...(address === '' ? [] : [texts.addressIs(profileFact('address', address, facts))]),
    ...(isMobile && !(address === '' && /^we come to you\b/i.test(facts.serviceArea))
      ? [texts.weComeToYou()]
      : []),
    ...(address === '' && facts.serviceArea !== '' ? [areaSaid(facts)] : []),
  ];
}

// A business writes "We come to you anywhere in Austin" or no more than "Bexley, Whitehall and Eastmoor".
function areaSaid(facts: BusinessFacts): Phrase {
  const area = profileFact('area', asSentence(facts.serviceArea), facts);
  return /^(?:we|all|any\w*)\b/i.test(facts.serviceArea) ? texts.areaIs(area) : texts.weGoTo(area);
}

/** What the services cost from, for "How much?" without a service: confirmed prices only. */
export function priceList(facts: BusinessFacts): Phrase | null {
  const items = facts.services.flatMap((service) => {
    const confirmed = service.prices.filter((price) => price.priceCents !== null);
    const [least] = [...confirmed].sort((a, b) => (a.priceCents ?? 0) - (b.priceCents ?? 0));
    if (!least || least.priceCents === null) return [];
    const from: Fact = {
      kind: 'price',
      value: moneyText(least.priceCents, least.currency),
      label: `Price list, ${service.name}`,
      detail: 'lowest confirmed price',
      sourceTable: 'service_prices',
      sourceId: least.id,
    };
    return [texts.priceFrom(service.name, from)];
  });
  return items.length === 0 ? null : texts.pricesAre(items.slice(0, 4));
}

/** "A maintenance wash is $69 for a sedan and $79 for an SUV."; null unless each price is confirmed. */
export function pricesByClass(service: Service, classes: readonly AssetClass[]): Phrase | null {
  const items = classes.flatMap((row) => {
    const price = service.prices.find((candidate) => candidate.assetClassId === row.id);
    if (!price || price.priceCents === null) return [];
    const value = moneyText(price.priceCents, price.currency);
    const label = `Price list, ${service.name}`;
    return [texts.priceFor(fact('price', value, label, row.name, 'service_prices', price.id), row.name)];
  });
  return items.length === classes.length ? texts.pricesByClass(service.name, items) : null;
}

const asSentence = (words: string) => (/[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);
