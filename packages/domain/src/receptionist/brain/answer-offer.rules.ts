import type { Offer } from '../actions/action-schemas.rules.ts';
import type { Sentence } from '../reply/compose-reply.rules.ts';
import { english as texts } from '../reply/english.template.ts';
import { bookChosen } from './book-chosen.rules.ts';
import { type Choice, chooseOffer } from './choose-offer.rules.ts';
import type { DialogueState } from './dialogue-state.rules.ts';
import { spoken } from './hand-offs.rules.ts';
import { askWhichOffer } from './offer-slots.rules.ts';
import { type Deciding, propose, type TurnInput, type TurnOutcome } from './turn.rules.ts';
import type { WorkWanted } from './work-wanted.rules.ts';

/** What the turn says about the open offers: an outcome, or the state to go on with. */
export function* answerOffer(
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
