import type { Offer } from '../actions/action-schemas.rules.ts';
import { english as texts } from '../reply/english.template.ts';
import { slotFact } from '../reply/fact.rules.ts';
import { localMoment } from '../reply/figures.rules.ts';
import type { Phrase } from '../reply/phrase.rules.ts';
import type { BusinessFacts, TurnInput } from './turn.rules.ts';

/** The question that stands, once more: for an answer that was not understood. */
export function askAgain({ state, facts }: TurnInput): Phrase {
  switch (state.asked) {
    case 'offer':
      return whichOffer(state.offers, facts);
    case 'asset':
      return facts.assetQuestion
        ? texts.askAsset(facts.assetQuestion)
        : texts.askAssetClass(facts.assetClasses.map((row) => row.name));
    case 'service':
      return texts.askService(facts.services.slice(0, 4).map((row) => row.name));
    case 'when':
    case 'day':
      return texts.askDay();
    case 'address':
      return texts.askAddress();
    case 'name':
      return texts.askName();
    case 'need':
    case 'person':
    case null:
      return texts.howCanIHelp();
    default:
      return state.asked satisfies never;
  }
}

/** "Which one shall I book: …?", by time alone where all are on one day. */
export function whichOffer(offers: readonly Offer[], facts: BusinessFacts): Phrase {
  const days = new Set(
    offers.map((offer) => localMoment(Temporal.Instant.from(offer.startsAt), facts.timeZone, 'en').isoDay),
  );
  return texts.whichOffer(
    offers.map((offer) => slotFact(offer, facts, days.size === 1 ? 'time' : 'day-at-time')),
  );
}
