import type { Service } from '@servicepro/contracts/rest/catalog';
import type { Quote } from '../actions/action-schemas.rules.ts';
import type { Understanding } from '../language/understanding.rules.ts';
import type { Sentence } from '../reply/compose-reply.rules.ts';
import { english as texts } from '../reply/english.template.ts';
import { addOnFact, durationFact, priceFact } from '../reply/fact.rules.ts';
import { answerOffer } from './answer-offer.rules.ts';
import { priceList, pricesByClass } from './answer-questions.rules.ts';
import type { DialogueState } from './dialogue-state.rules.ts';
import { handOff, spoken } from './hand-offs.rules.ts';
import { mergedWhen } from './merge-when.rules.ts';
import { offerSlots } from './offer-slots.rules.ts';
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
  if (classChoices.length > 1) {
    const prices = said.intents.includes('price_question') ? pricesByClass(service, classChoices) : null;
    return ask('asset', classChoices, [
      ...(prices ? [prices] : []),
      texts.askAssetClass(namesOf(classChoices)),
    ]);
  }
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
