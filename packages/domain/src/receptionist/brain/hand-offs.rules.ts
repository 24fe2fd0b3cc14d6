import { isOpenAt, localNow, openDaysFrom, openingsOn } from '../language/business-calendar.rules.ts';
import type { IntentName } from '../language/intents.data.ts';
import type { Sentence } from '../reply/compose-reply.rules.ts';
import { english as texts } from '../reply/english.template.ts';
import { dayFact, emergencyFact, minuteFact } from '../reply/fact.rules.ts';
import { type Phrase, t } from '../reply/phrase.rules.ts';
import { type DialogueState, freshDialogue } from './dialogue-state.rules.ts';
import {
  type BusinessFacts,
  type Deciding,
  propose,
  type TurnInput,
  type TurnOutcome,
} from './turn.rules.ts';

interface Route {
  readonly intent: IntentName;
  readonly reason: string;
  readonly says: (owner: string) => readonly Phrase[];
}

/** Why a thread waits after an opt-out. START ends this wait and no other. */
export const optedOutWithBooking = 'Opted out and has a booking';

/** What a person must see to, most serious first. */
const routes: readonly Route[] = [
  {
    intent: 'safety_emergency',
    reason: 'Safety: read this now',
    says: (owner) => [texts.danger(emergencyFact), texts.handOff(owner)],
  },
  {
    intent: 'damage_claim',
    reason: 'Says that we damaged something',
    says: (owner) => [texts.sorry(), texts.handOff(owner), texts.photoHelps()],
  },
  { intent: 'complaint', reason: 'Is not happy', says: (owner) => [texts.sorry(), texts.handOff(owner)] },
  { intent: 'human_request', reason: 'Asked for a person', says: (owner) => [texts.handOff(owner)] },
  {
    intent: 'refund_request',
    reason: 'Asks about a refund',
    says: (owner) => [texts.handOffDecision(owner)],
  },
  {
    intent: 'opt_out_unclear',
    reason: 'Wishes about how to be reached',
    says: (owner) => [texts.handOff(owner)],
  },
  { intent: 'reschedule', reason: 'Wants to move a booking', says: (owner) => [texts.handOffChange(owner)] },
  {
    intent: 'discount_request',
    reason: 'Asks about a discount',
    says: (owner) => [texts.handOffDecision(owner)],
  },
  {
    intent: 'outside_request',
    reason: 'Not a customer: work or sales',
    says: (owner) => [texts.handOffBusiness(owner)],
  },
];

/** What goes to a person whatever the dialogue was about; null where nothing does. */
export function* routeToPerson(input: TurnInput): Deciding<TurnOutcome | null> {
  const { understanding, facts, customer, state } = input;
  const route = routes.find(({ intent }) => understanding.intents.includes(intent));
  if (understanding.needsPerson !== null && !understanding.intents.includes('safety_emergency')) {
    return yield* handOff(input, 'Says that we damaged something', [
      texts.sorry(),
      texts.handOff(facts.ownerName),
      texts.photoHelps(),
    ]);
  }
  if (route) return yield* handOff(input, route.reason, route.says(facts.ownerName));
  // "Can't make it Friday, how about Saturday?" with nothing booked is about another time.
  const isOtherTime = customer.upcoming.length === 0 && understanding.when !== null;
  if (understanding.intents.includes('cancel') && !isOtherTime) {
    if (customer.upcoming.length > 0)
      return yield* handOff(input, 'Wants to cancel a booking', [texts.handOffChange(facts.ownerName)]);
    return yield* dropWork(input);
  }
  if (isChangeOfBooking(input))
    return yield* handOff(input, 'Wants to change a booking', [texts.handOffChange(facts.ownerName)]);
  if (understanding.isForSeveral && !understanding.intents.includes('service_question')) {
    return yield* handOff(input, 'Wants work on several at once', [texts.handOffNoTime(facts.ownerName)]);
  }
  if (understanding.recurrence !== null && understanding.serviceIds.length + (state.serviceId ? 1 : 0) > 0) {
    return yield* handOff(input, 'Wants repeating visits', [texts.handOffPlan(facts.ownerName)]);
  }
  return null;
}

// "Actually make it my truck", after the booking stands and with nothing else begun.
function isChangeOfBooking({ understanding: said, state, customer }: TurnInput): boolean {
  const isAfterBooking = state.bookingId !== null && state.serviceId === null && customer.upcoming.length > 0;
  const saysWhat = said.asset !== null || said.when !== null || said.address !== null;
  const isChange = said.intents.includes('correct') && said.serviceIds.length === 0 && saysWhat;
  return isAfterBooking && isChange;
}

// "Cancel that" with no booking: what was begun is dropped; with nothing begun there may be one under another number.
function* dropWork({ state, facts }: TurnInput): Deciding {
  if (state.holdId !== null) yield* propose('release_hold', { holdId: state.holdId });
  const dropped = { ...freshDialogue, bookingId: state.bookingId };
  const isBegun = state.serviceId !== null || state.when !== null;
  return isBegun
    ? spoken('answered', dropped, [texts.nothingBooked()])
    : spoken('answered', { ...dropped, asked: 'person' }, [texts.noBookingHere(facts.ownerName)]);
}

/** Gives the conversation to a person, with words; while closed it says when the business is open again. */
export function* handOff(
  input: TurnInput,
  reason: string,
  says: readonly Phrase[],
  state: DialogueState = input.state,
): Deciding {
  yield* propose('hand_off', { reason });
  const again = openAgain(input.facts, input.now);
  return {
    ...spoken('handed-off', { ...state, asked: null, misses: 0 }, says),
    sentences: [
      ...says.map((phrase) => ({ phrase })),
      ...(again ? [{ phrase: again, isOptional: true }] : []),
    ],
    handOff: { reason },
  };
}

export function* optOut(input: TurnInput): Deciding<TurnOutcome | null> {
  const { intents } = input.understanding;
  const isWrongNumber = intents.includes('wrong_number');
  if (!isWrongNumber && !intents.includes('opt_out')) return null;
  yield* propose('opt_out', { source: isWrongNumber ? 'wrong-number' : 'words' });
  const { name } = input.facts;
  const hasBooking = input.customer.upcoming.length > 0;
  const reason = isWrongNumber ? 'Wrong number: check who this is' : optedOutWithBooking;
  if (isWrongNumber || hasBooking) yield* propose('hand_off', { reason });
  return {
    ...spoken('opted-out', freshDialogue, [isWrongNumber ? texts.wrongNumber(name) : texts.stopped(name)]),
    purpose: 'stop-confirmation',
    handOff: isWrongNumber || hasBooking ? { reason } : null,
  };
}

function openAgain(facts: BusinessFacts, now: Temporal.Instant): Phrase | null {
  const { day, minute } = localNow(facts.calendar, now);
  if (openingsOn(facts.calendar, day).length > 0 && isOpenAt(facts.calendar, [day], minute)) return null;
  const laterToday = openingsOn(facts.calendar, day).find((opening) => opening.opensMinute > minute);
  const tomorrow = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  const next = laterToday ? day : openDaysFrom(facts.calendar, tomorrow, 1)[0];
  const opening = laterToday ?? (next === undefined ? undefined : openingsOn(facts.calendar, next)[0]);
  if (next === undefined || !opening) return null;
  return texts.openAgain([...t`${dayFact(next, facts, now)} at ${minuteFact(opening.opensMinute)}`]);
}

/** An outcome that says these sentences. */
export function spoken(
  outcome: TurnOutcome['outcome'],
  state: DialogueState,
  says: ReadonlyArray<Phrase | Sentence>,
): TurnOutcome {
  return { outcome, sentences: says.map(asSentence), purpose: 'reply', state, handOff: null };
}

export function silent(state: DialogueState): TurnOutcome {
  return { outcome: 'silent', sentences: [], purpose: 'reply', state, handOff: null };
}

function asSentence(said: Phrase | Sentence): Sentence {
  return 'phrase' in said ? said : { phrase: said };
}
