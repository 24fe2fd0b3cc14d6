import type { Service } from '@servicepro/contracts/rest/catalog';
import type { Quote } from '../actions/action-schemas.rules.ts';
import type { Understanding } from '../language/understanding.rules.ts';
import type { WhenRequest } from '../language/when-request.rules.ts';
import type { Sentence } from '../reply/compose-reply.rules.ts';
import { english as texts } from '../reply/english.template.ts';
import { addOnFact, durationFact, priceFact } from '../reply/fact.rules.ts';
import { priceList } from './answer-questions.rules.ts';
import { bookChosen } from './book-chosen.rules.ts';
import { chooseOffer } from './choose-offer.rules.ts';
import type { DialogueState } from './dialogue-state.rules.ts';
import { handOff, spoken } from './hand-offs.rules.ts';
import { askWhichOffer, offerSlots } from './offer-slots.rules.ts';
import { type Deciding, propose, type TurnInput, type TurnOutcome } from './turn.rules.ts';
import { classesOf, classOf, mergeWork, priceOf, serviceOf, type WorkWanted } from './work-wanted.rules.ts';

/**
 * Takes the dialogue one step on: what is missing is asked, in the order service, asset, time, address; what is complete is
 * booked. Null when the turn is not about work at all. `lead` is what the reply says before.
 */
export function* advance(input: TurnInput, lead: readonly Sentence[]): Deciding<TurnOutcome | null> {
  const said = input.understanding;
  const merged = mergeWork(input.state, said, input.facts, input.customer);
  const state: DialogueState = { ...merged.state, when: mergedWhen(merged.state, said) };
  if (!isAboutWork(said, input.state, merged)) return null;
  const turn = { ...input, state };

  const answered = yield* answerOffer(turn, input.state, merged, lead);
  if (answered) return answered;
  const missing = askForWork(turn, merged, lead);
  if (missing) return missing;
  const service = serviceOf(state, input.facts);
  const assetClass = classOf(state, input.facts);
  if (!service || !assetClass) return null;
  return yield* quoteAndOffer(turn, service, assetClass.name, lead);
}

function isAboutWork(said: Understanding, before: DialogueState, merged: WorkWanted): boolean {
  const work = ['book_new', 'price_question', 'duration_question', 'availability_question'] as const;
  if (
    work.some((intent) => said.intents.includes(intent)) ||
    merged.hasChanged ||
    merged.serviceChoices.length > 0
  )
    return true;
  if (said.serviceIds.length > 0 && !said.intents.includes('service_question')) return true;
  if (said.asset !== null || said.when !== null) return true;
  const isOpen =
    before.asked !== null && before.asked !== 'need' && before.asked !== 'name' && before.asked !== 'person';
  const answers =
    said.answer.yesNo !== null ||
    said.answer.number !== null ||
    said.answer.ordinal !== null ||
    said.answer.isAny;
  if (isOpen && (answers || said.address !== null || said.isSameAddress)) return true;
  return before.asked === 'need' && said.answer.yesNo === 'yes';
}

// A number that is no option is an hour where a time is open ("3", to "Which day or time?").
function mergedWhen(state: DialogueState, said: Understanding): WhenRequest | null {
  const question = state.when?.question;
  if (state.asked === 'day' && question?.kind === 'which-day' && state.when) {
    const day = answeredDay(question.days, said);
    if (day !== null)
      return {
        ...state.when,
        ranges: [{ from: day, to: day }],
        question: null,
        problem: null,
        time: said.when?.time ?? state.when.time,
      };
  }
  if (said.when) return said.when;
  if (said.numberWhen && (state.asked === 'when' || state.asked === 'day')) return said.numberWhen;
  return state.when;
}

function answeredDay(days: readonly string[], said: Understanding): string | null {
  const { answer, when } = said;
  const [only] = days;
  if (when && when.ranges.length > 0) {
    const inRange = days.filter((day) => when.ranges.some((range) => range.from <= day && day <= range.to));
    return inRange.length === 1 ? (inRange[0] ?? null) : null;
  }
  if (answer.number !== null) {
    const byDate = days.find((day) => Temporal.PlainDate.from(day).day === answer.number);
    return byDate ?? days[answer.number - 1] ?? null;
  }
  if (answer.ordinal !== null)
    return (answer.ordinal === -1 ? days.at(-1) : days[answer.ordinal - 1]) ?? null;
  return answer.yesNo === 'yes' && days.length === 1 ? (only ?? null) : null;
}

function* answerOffer(
  turn: TurnInput,
  before: DialogueState,
  merged: WorkWanted,
  lead: readonly Sentence[],
): Deciding<TurnOutcome | null> {
  const { understanding: said, state, facts } = turn;
  if (
    state.chosen &&
    !merged.hasChanged &&
    (said.address !== null ||
      said.isSameAddress ||
      (said.answer.yesNo === 'yes' && turn.customer.lastAddress !== ''))
  ) {
    const address = state.address === '' ? turn.customer.lastAddress : state.address;
    return yield* bookChosen(turn, { ...state, address }, state.chosen, lead);
  }
  if (merged.hasChanged || state.offers.length === 0) return null;
  const choice = chooseOffer(said, state.offers, before.when, facts.timeZone);
  const [single] = state.offers;
  // The address as the answer to "Shall I book it?" is a yes to the one slot there is.
  const isYesByAddress =
    choice.kind === 'none' &&
    said.address !== null &&
    state.offers.length === 1 &&
    before.asked === 'offer' &&
    said.when === null;
  if (choice.kind === 'chosen') return yield* bookChosen(turn, state, choice.offer, lead);
  if (isYesByAddress && single) return yield* bookChosen(turn, state, single, lead);
  if (choice.kind === 'ask-which') return askWhichOffer(turn, state, choice.among);
  if (choice.kind === 'declined')
    return spoken('asked', { ...state, offers: [], when: null, asked: 'when', misses: 0 }, [
      ...lead,
      texts.askOtherTime(),
    ]);
  if (said.address !== null && said.when === null) return askWhichOffer(turn, state, state.offers);
  return null;
}

function askForWork(
  { understanding: said, state, facts }: TurnInput,
  merged: WorkWanted,
  lead: readonly Sentence[],
): TurnOutcome | null {
  const ask = (asked: DialogueState['asked'], says: Parameters<typeof spoken>[2]) =>
    spoken('asked', { ...state, asked, misses: 0 }, [...lead, ...says]);
  if (merged.serviceChoices.length > 1)
    return ask('service', [texts.askWhichService(merged.serviceChoices.map((service) => service.name))]);
  const service = serviceOf(state, facts);
  if (!service) {
    const names = facts.services.slice(0, 4).map((row) => row.name);
    const prices = said.intents.includes('price_question') ? priceList(facts) : null;
    return ask('service', prices ? [prices, { phrase: texts.askService(names) }] : [texts.askService(names)]);
  }
  if (merged.classChoices.length > 1)
    return ask('asset', [texts.askAssetClass(merged.classChoices.map((row) => row.name))]);
  if (merged.make !== null) return ask('asset', [texts.askModel(merged.make)]);
  if (classOf(state, facts)) return null;
  const classes = classesOf(service.id, facts);
  if (classes.length === 0) return null;
  return ask('asset', [
    facts.assetQuestion
      ? texts.askAsset(facts.assetQuestion)
      : texts.askAssetClass(classes.map((row) => row.name)),
  ]);
}

function* quoteAndOffer(
  turn: TurnInput,
  service: Service,
  className: string,
  lead: readonly Sentence[],
): Deciding {
  const { state, facts, understanding: said } = turn;
  const work = { serviceId: service.id, assetClassId: state.assetClassId ?? '', addOnIds: state.addOnIds };
  if (service.booking !== 'instant' || !priceOf(service, work.assetClassId)) {
    return yield* handOff(turn, `${service.name} has no confirmed price`, [
      ...lead.map((s) => s.phrase),
      texts.handOffNoPrice(facts.ownerName),
    ]);
  }
  const quoted = yield* propose('quote_price', work);
  const quote = quoted?.quote ?? null;
  if (!quote || quote.totalCents === null) {
    return yield* handOff(turn, `${service.name} for ${className} has no confirmed price`, [
      ...lead.map((s) => s.phrase),
      texts.handOffNoPrice(facts.ownerName),
    ]);
  }
  const key = `${service.id}:${work.assetClassId}`.slice(0, 80);
  const asksAgain = said.intents.includes('price_question') || said.intents.includes('duration_question');
  const price = state.quotedFor === key && !asksAgain ? [] : priceSentences(quote, service, className);
  const next: DialogueState = { ...state, quotedFor: key };
  const leads = [...lead, ...price];
  if (state.when === null)
    return spoken('asked', { ...next, asked: 'when', misses: 0 }, [...leads, texts.askDay()]);
  return yield* offerSlots({ ...turn, state: next }, next, work, leads);
}

function priceSentences(quote: Quote, service: Service, className: string): Sentence[] {
  const addOns = quote.addOns.flatMap((addOn) =>
    addOn.priceCents === null ? [] : [{ ...addOn, priceCents: addOn.priceCents }],
  );
  const addOnCents = addOns.reduce((sum, addOn) => sum + addOn.priceCents, 0);
  const own: Quote = { ...quote, totalCents: (quote.totalCents ?? 0) - addOnCents };
  return [
    {
      phrase: texts.price(
        service.name,
        className,
        priceFact(own, service.name, className),
        durationFact(quote, service.name),
      ),
    },
    ...addOns.map((addOn) => ({ phrase: texts.addOnPrice(addOn.name, addOnFact(addOn, quote.currency)) })),
  ];
}
