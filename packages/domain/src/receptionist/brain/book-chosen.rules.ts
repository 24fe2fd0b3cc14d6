import type { Offer } from '../actions/action-schemas.rules.ts';
import type { Sentence } from '../reply/compose-reply.rules.ts';
import { english as texts } from '../reply/english.template.ts';
import {
  bookedAddressFact,
  bookedFact,
  bookedPriceFact,
  profileFact,
  slotFact,
} from '../reply/fact.rules.ts';
import { visitorName } from '../reply/wording.rules.ts';
import { type DialogueState, freshDialogue } from './dialogue-state.rules.ts';
import { handOff, spoken } from './hand-offs.rules.ts';
import { offerInstead } from './offer-slots.rules.ts';
import { type Deciding, propose, type TurnInput } from './turn.rules.ts';
import { serviceOf } from './work-wanted.rules.ts';

/** Books the slot that was chosen, or holds it while the address is asked. "Booked" is said of a row, never of an intention. */
export function* bookChosen(
  turn: TurnInput,
  state: DialogueState,
  offer: Offer,
  lead: readonly Sentence[],
): Deciding {
  const service = serviceOf(state, turn.facts);
  if (!service || state.assetClassId === null)
    return spoken('asked', { ...state, asked: 'service' }, [
      texts.askService(turn.facts.services.slice(0, 4).map((row) => row.name)),
    ]);
  const work = { serviceId: service.id, assetClassId: state.assetClassId, addOnIds: state.addOnIds };
  const needsAddress = service.isMobile && state.address === '';
  return needsAddress
    ? yield* hold(turn, state, offer, work, lead)
    : yield* book(turn, state, offer, work, lead);
}

interface Work {
  readonly serviceId: string;
  readonly assetClassId: string;
  readonly addOnIds: string[];
}

function* hold(
  turn: TurnInput,
  state: DialogueState,
  offer: Offer,
  work: Work,
  lead: readonly Sentence[],
): Deciding {
  if (state.holdId !== null) yield* propose('release_hold', { holdId: state.holdId });
  const result = yield* propose('hold_slot', { ...work, offer });
  if (result?.outcome === 'taken')
    return yield* offerInstead(turn, { ...state, holdId: null }, work, result.alternatives);
  if (!result)
    return yield* handOff(turn, 'A slot could not be held', [texts.handOffNoTime(turn.facts.ownerName)]);
  const last = turn.customer.lastAddress;
  const question =
    last === '' ? texts.askAddress() : texts.askAddressAgain(profileFact('address', last, turn.facts));
  return spoken('held', { ...state, chosen: offer, holdId: result.holdId, asked: 'address', misses: 0 }, [
    ...lead,
    texts.holding(slotFact(offer, turn.facts, 'day-time')),
    question,
  ]);
}

function* book(
  turn: TurnInput,
  state: DialogueState,
  offer: Offer,
  work: Work,
  lead: readonly Sentence[],
): Deciding {
  const { facts } = turn;
  const result = yield* propose('book', {
    ...work,
    offer,
    holdId: state.holdId,
    address: state.address,
    assetName: state.assetName,
  });
  if (result?.outcome === 'taken')
    return yield* offerInstead(turn, { ...state, holdId: null }, work, result.alternatives);
  if (!result)
    return yield* handOff(turn, 'A booking could not be made', [texts.handOffNoTime(facts.ownerName)]);
  const { booking } = result;
  const price = bookedPriceFact(booking);
  const says: (Sentence | ReturnType<typeof texts.booked>)[] = [
    ...lead,
    texts.booked(bookedFact(booking, facts), bookedAddressFact(booking), visitorName(booking.resourceName)),
    ...(price ? [texts.total(price)] : []),
    ...(booking.hasCustomerName ? [] : [texts.askName()]),
  ];
  return spoken(
    'booked',
    { ...freshDialogue, bookingId: booking.bookingId, asked: booking.hasCustomerName ? null : 'name' },
    says,
  );
}
