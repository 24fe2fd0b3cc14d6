import type { Offer } from '../actions/action-schemas.rules.ts';
import { localNow } from '../language/business-calendar.rules.ts';
import { candidateDays } from '../language/resolve-when.rules.ts';
import type { WhenRequest } from '../language/when-request.rules.ts';
import type { Sentence } from '../reply/compose-reply.rules.ts';
import { english as texts } from '../reply/english.template.ts';
import { slotFact } from '../reply/fact.rules.ts';
import { localMoment } from '../reply/figures.rules.ts';
import { echo, type Phrase, t } from '../reply/phrase.rules.ts';
import { whichOffer } from './ask-again.rules.ts';
import type { DialogueState } from './dialogue-state.rules.ts';
import {
  anyTime,
  around,
  askAboutWhen,
  explain,
  isBeyondRepair,
  notAsWanted,
  zoneNote,
} from './explain-when.rules.ts';
import { handOff, spoken } from './hand-offs.rules.ts';
import { type PickedSlots, pickSlots } from './pick-slots.rules.ts';
import {
  type BusinessFacts,
  type Deciding,
  propose,
  type TurnInput,
  type TurnOutcome,
} from './turn.rules.ts';

interface Work {
  readonly serviceId: string;
  readonly assetClassId: string;
  readonly addOnIds: string[];
}

/** Looks for slots that fit what was said and offers at most three; says why where it cannot be as wished. */
export function* offerSlots(
  input: TurnInput,
  state: DialogueState,
  work: Work,
  lead: readonly Sentence[],
): Deciding {
  const when = state.when ?? anyTime;
  const question = askAboutWhen(when, input);
  if (question)
    return {
      ...spoken('asked', { ...state, asked: question.asked, misses: 0 }, [...lead, ...question.says]),
    };
  const problem = when.problem ? explain(when.problem, input) : null;
  if (problem && isBeyondRepair(when.problem, input)) {
    return spoken('asked', { ...state, when: null, asked: 'when', misses: 0 }, [
      ...lead,
      ...problem,
      texts.askOtherTime(),
    ]);
  }
  const wanted = when.problem ? around(when, input) : when;
  const found = yield* search(input, work, wanted);
  if (found.offers.length === 0) {
    return yield* handOff(
      input,
      'No open time found',
      [
        ...lead.map((s) => s.phrase),
        ...(problem ?? [texts.nothingThen()]),
        texts.handOffNoTime(input.facts.ownerName),
      ],
      state,
    );
  }
  const says = [
    ...lead,
    ...(problem ?? (found.isAsWanted ? zoneNote(when, input) : notAsWanted(when, found, input))),
    offerPhrase(found, input.facts, input.now),
  ];
  return offering(state, found.offers, says);
}

/** The slots that are free instead of one that was taken meanwhile. */
export function* offerInstead(
  input: TurnInput,
  state: DialogueState,
  work: Work,
  alternatives: readonly Offer[],
): Deciding {
  const offers = alternatives.slice(0, 3);
  if (offers.length === 0)
    return yield* offerSlots(input, { ...state, chosen: null, holdId: null }, work, [
      { phrase: texts.justTaken() },
    ]);
  const picked = { offers, isAsWanted: false };
  return offering({ ...state, chosen: null, holdId: null }, offers, [
    { phrase: texts.justTaken() },
    offerPhrase(picked, input.facts, input.now),
  ]);
}

export function askWhichOffer(input: TurnInput, state: DialogueState, among: readonly Offer[]): TurnOutcome {
  return spoken('asked', { ...state, asked: 'offer', misses: 0 }, [whichOffer(among, input.facts)]);
}

function offering(
  state: DialogueState,
  offers: readonly Offer[],
  says: ReadonlyArray<Sentence | Phrase>,
): TurnOutcome {
  return spoken('offered', { ...state, asked: 'offer', offers: [...offers], chosen: null, misses: 0 }, says);
}

function* search(input: TurnInput, work: Work, when: WhenRequest): Deciding<PickedSlots> {
  const today = localNow(input.facts.calendar, input.now).day;
  const allowed = candidateDays(when, today);
  const none: PickedSlots = { offers: [], isAsWanted: false };
  const first = allowed[0] ?? today;
  const span = Math.min(31, Math.max(1, daysBetween(first, allowed.at(-1) ?? first) + 1));
  const result = yield* propose('find_slots', {
    ...work,
    from: first,
    days: when.ranges.length === 0 ? Math.min(span, 14) : span,
  });
  if (!result) return none;
  const allowedSet = new Set(allowed);
  const picked = pickSlots(
    result.days.filter((day) => allowedSet.has(day.day)),
    when,
    allowedSet,
    input.facts.timeZone,
  );
  if (picked.offers.length > 0) return picked;
  // Nothing on the days that were asked for: what the two weeks after them have, nearest first.
  const later = yield* propose('find_slots', { ...work, from: first, days: 21 });
  if (!later) return none;
  const open = later.days.filter(
    (day) => !when.excludedDays.includes(day.day) && !when.excludedWeekdays.includes(weekdayOf(day.day)),
  );
  const nearest = pickSlots(
    open,
    { ...when, ranges: [] },
    new Set(open.map((day) => day.day)),
    input.facts.timeZone,
  );
  return { ...nearest, isAsWanted: false };
}

function offerPhrase(found: PickedSlots, facts: BusinessFacts, now: Temporal.Instant): Phrase {
  const [first] = found.offers;
  const moments = found.offers.map((offer) =>
    localMoment(Temporal.Instant.from(offer.startsAt), facts.timeZone, 'en'),
  );
  if (found.offers.length === 1 && first)
    return texts.offerOne(slotFact(first, facts, 'day-at-time'), found.isAsWanted);
  const days = new Set(moments.map((moment) => moment.isoDay));
  const [moment] = moments;
  if (days.size > 1 || !moment || !first)
    return texts.offerOverDays(found.offers.map((offer) => slotFact(offer, facts, 'day-at-time')));
  const slots = found.offers.map((offer) => slotFact(offer, facts, 'time'));
  const [fact] = slots;
  const today = localNow(facts.calendar, now).day;
  const isThisWeek = daysBetween(today, moment.isoDay) < 7 && moment.isoDay !== today;
  const day: Phrase = fact
    ? t`${echo(isThisWeek && daysBetween(today, moment.isoDay) > 1 ? moment.weekday : moment.day, fact)}`
    : [];
  return texts.offerOnDay(day, slots);
}

const daysBetween = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
const weekdayOf = (day: string) => Temporal.PlainDate.from(day).dayOfWeek;
