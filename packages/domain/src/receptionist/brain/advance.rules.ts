import type { Service } from '@servicepro/contracts/rest/catalog';
import type { Offer, Quote } from '../actions/action-schemas.rules.ts';
import type { Understanding } from '../language/understanding.rules.ts';
import type { WhenRequest } from '../language/when-request.rules.ts';
import type { Sentence } from '../reply/compose-reply.rules.ts';
import { english as texts } from '../reply/english.template.ts';
import { addOnFact, durationFact, priceFact } from '../reply/fact.rules.ts';
import { priceList } from './answer-questions.rules.ts';
import { bookChosen } from './book-chosen.rules.ts';
import { type Choice, chooseOffer } from './choose-offer.rules.ts';
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
  const answered = yield* answerOffer({ ...input, state }, input.state, merged, lead);
  if ('outcome' in answered) return answered;
  const turn = { ...input, state: answered };
  const missing = askForWork(turn, merged, lead);
  if (missing) return missing;
  const service = serviceOf(answered, input.facts);
  if (!service) return null;
  return yield* quoteAndOffer(turn, service, classOf(answered, input.facts)?.name ?? '', lead);
}

function isAboutWork(said: Understanding, before: DialogueState, merged: WorkWanted): boolean {
  const asks = (intent: Understanding['intents'][number]) => said.intents.includes(intent);
  const work = ['book_new', 'price_question', 'duration_question', 'availability_question'] as const;
  if (work.some(asks) || merged.hasChanged || merged.serviceChoices.length > 0) return true;
  if (said.serviceIds.length > 0 && !asks('service_question')) return true;
  if (said.asset !== null) return true;
  const isOpen = before.asked !== null && !['need', 'name', 'person'].includes(before.asked);
  // "Are you open Sunday?" asks about Sunday; it does not want it.
  const isInfo = (
    ['hours_question', 'location_question', 'area_check', 'eta_question', 'service_question'] as const
  ).some(asks);
  if (said.when !== null && (!isInfo || isOpen)) return true;
  const answers =
    said.answer.yesNo !== null ||
    said.answer.number !== null ||
    said.answer.ordinal !== null ||
    said.answer.isAny;
  return isOpen && (answers || said.address !== null || said.isSameAddress);
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

/** What the turn says about the open offers: an outcome, or the state to go on with. */
function* answerOffer(
  turn: TurnInput,
  before: DialogueState,
  merged: WorkWanted,
  lead: readonly Sentence[],
): Deciding<TurnOutcome | DialogueState> {
  const { understanding: said, state, facts } = turn;
  if (merged.hasChanged || state.offers.length === 0) return state;
  const choice = chooseOffer(said, state.offers, before.when, facts.timeZone);
  if (state.chosen) return yield* answerAddress(turn, state.chosen, choice, lead);
  const [single] = state.offers;
  // The address as the answer to "Shall I book it?" is a yes to the one slot there is.
  const isYesByAddress =
    choice.kind === 'none' && said.address !== null && state.offers.length === 1 && said.when === null;
  if (choice.kind === 'chosen') return yield* bookChosen(turn, state, choice.offer, lead);
  if (isYesByAddress && single) return yield* bookChosen(turn, state, single, lead);
  if (choice.kind === 'ask-which') return askWhichOffer(turn, state, choice.among);
  if (choice.kind === 'declined') return askOtherTime(state, lead);
  if (said.address !== null && said.when === null) return askWhichOffer(turn, state, state.offers);
  // A number that is no option is a time: "10" after "I can do 12:00 PM".
  return said.when === null && said.numberWhen ? { ...state, when: said.numberWhen } : state;
}

// A slot is held and the address is asked: an address books, another time or slot replaces the held one.
function* answerAddress(
  turn: TurnInput,
  chosen: Offer,
  choice: Choice,
  lead: readonly Sentence[],
): Deciding<TurnOutcome | DialogueState> {
  const { understanding: said, customer, state } = turn;
  const isSame = said.isSameAddress || (said.answer.yesNo === 'yes' && said.address === null);
  const address = said.address ?? (isSame ? customer.lastAddress : '');
  if (address !== '') return yield* bookChosen(turn, { ...state, address }, chosen, lead);
  if (choice.kind === 'chosen' && choice.offer.startsAt !== chosen.startsAt)
    return yield* bookChosen(turn, state, choice.offer, lead);
  if (choice.kind !== 'declined' && said.when === null) {
    return spoken('asked', { ...state, asked: 'address', misses: 0 }, [...lead, texts.askAddress()]);
  }
  if (state.holdId !== null) yield* propose('release_hold', { holdId: state.holdId });
  const free = { ...state, chosen: null, holdId: null };
  return choice.kind === 'declined' ? askOtherTime(free, lead) : free;
}

function askOtherTime(state: DialogueState, lead: readonly Sentence[]): TurnOutcome {
  return spoken('asked', { ...state, offers: [], when: null, asked: 'when', misses: 0 }, [
    ...lead,
    texts.askOtherTime(),
  ]);
}

function askForWork(
  { understanding: said, state, facts }: TurnInput,
  merged: WorkWanted,
  lead: readonly Sentence[],
): TurnOutcome | null {
  const ask = (
    asked: 'service' | 'asset',
    choices: ReadonlyArray<{ readonly id: string }>,
    says: Parameters<typeof spoken>[2],
  ) =>
    spoken('asked', { ...state, asked, choices: choices.slice(0, 8).map((row) => row.id), misses: 0 }, [
      ...lead,
      ...says,
    ]);
  const { serviceChoices, classChoices } = merged;
  if (serviceChoices.length > 1)
    return ask('service', serviceChoices, [texts.askWhichService(namesOf(serviceChoices))]);
  const service = serviceOf(state, facts);
  if (!service) {
    const first = facts.services.slice(0, 4);
    const prices = said.intents.includes('price_question') ? priceList(facts) : null;
    return ask('service', first, prices ? [prices, texts.askWhichOne()] : [texts.askService(namesOf(first))]);
  }
  // What wants a quote first needs no more answers: a person gives it.
  if (service.booking !== 'instant') return null;
  if (classChoices.length > 1)
    return ask('asset', classChoices, [texts.askAssetClass(namesOf(classChoices))]);
  if (merged.make !== null) return ask('asset', [], [texts.askModel(merged.make)]);
  if (classOf(state, facts)) return null;
  const classes = classesOf(service.id, facts);
  if (classes.length === 0) return null;
  if (facts.assetQuestion) return ask('asset', [], [texts.askAsset(facts.assetQuestion)]);
  return ask('asset', classes, [texts.askAssetClass(namesOf(classes))]);
}

const namesOf = (rows: ReadonlyArray<{ readonly name: string }>) => rows.map((row) => row.name);

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
