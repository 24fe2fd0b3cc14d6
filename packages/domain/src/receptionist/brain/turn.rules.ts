import type { AddOn, AssetClass, Service } from '@servicepro/contracts/rest/catalog';
import type {
  ActionInput,
  ActionName,
  ActionOutcome,
  ActionResults,
  Proposal,
} from '../actions/action-schemas.rules.ts';
import type { Understanding } from '../language/understanding.rules.ts';
import type { BusinessCalendar } from '../language/when-request.rules.ts';
import type { Sentence } from '../reply/compose-reply.rules.ts';
import type { DialogueState } from './dialogue-state.rules.ts';

/** The business as its rows stand now: all that may be said about it. */
export interface BusinessFacts {
  readonly tenantId: string;
  readonly name: string;
  readonly timeZone: string;
  /** Who answers when the receptionist cannot: a first name, or "the team". */
  readonly ownerName: string;
  /** Formatted for people: "(512) 555-0100". */
  readonly phone: string;
  readonly street: string;
  readonly city: string;
  readonly serviceArea: string;
  readonly calendar: BusinessCalendar;
  readonly hours: ReadonlyArray<{
    readonly id: string;
    readonly weekday: number;
    readonly opensMinute: number;
    readonly closesMinute: number;
  }>;
  readonly holidays: ReadonlyArray<{ readonly id: string; readonly day: string; readonly name: string }>;
  readonly services: readonly Service[];
  readonly addOns: readonly AddOn[];
  readonly assetClasses: readonly AssetClass[];
  readonly faqs: ReadonlyArray<{ readonly id: string; readonly question: string; readonly answer: string }>;
  /** "vehicle", "lawn": what the work is done on. */
  readonly assetKind: string;
  /** The trade's own question for it. */
  readonly assetQuestion: string | null;
  readonly urgentWords: ReadonlyArray<{ readonly id: string; readonly phrases: readonly string[] }>;
  readonly neverPhrases: readonly string[];
}

/** The person at the other end, as far as their phone number tells. */
export interface CustomerFacts {
  readonly customerId: string | null;
  readonly name: string;
  readonly assets: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly assetClassId: string;
  }>;
  /** Where the last booking was done; empty for none. */
  readonly lastAddress: string;
  readonly upcoming: ReadonlyArray<{
    readonly id: string;
    readonly number: string;
    readonly startsAt: string;
    readonly resourceName: string;
  }>;
}

/** All that a brain decides on. Pure data: the same turn always comes out the same. */
export interface TurnInput {
  readonly understanding: Understanding;
  readonly state: DialogueState;
  readonly facts: BusinessFacts;
  readonly customer: CustomerFacts;
  readonly now: Temporal.Instant;
}

export type ReplyPurpose = 'reply' | 'stop-confirmation';

/** What a turn came to. No sentences: silence. */
export interface TurnOutcome {
  readonly outcome:
    | 'answered'
    | 'asked'
    | 'offered'
    | 'held'
    | 'booked'
    | 'handed-off'
    | 'opted-out'
    | 'silent'
    | 'unclear';
  readonly sentences: readonly Sentence[];
  readonly purpose: ReplyPurpose;
  readonly state: DialogueState;
  readonly handOff: { readonly reason: string } | null;
}

/**
 * A brain proposes typed actions one at a time and is given what each came to; at its end it says what to reply. It does
 * no I/O, so that a dialogue can be tested by hand-made results.
 */
export type Deciding<R = TurnOutcome> = Generator<Proposal, R, ActionOutcome>;
export type Brain = (input: TurnInput) => Deciding;

/** Proposes one action and answers its result; null when it was refused. */
export function* propose<N extends ActionName>(
  name: N,
  input: ActionInput<N>,
): Deciding<ActionResults[N] | null> {
  const outcome = yield proposalOf(name, input);
  return resultOf(outcome, name);
}

/** Guarantee: name and input belong together by the signature. */
function proposalOf<N extends ActionName>(name: N, input: ActionInput<N>): Proposal {
  return { name, input } as unknown as Proposal;
}

/** Guarantee: the executor answers each proposal under its own name. */
function resultOf<N extends ActionName>(outcome: ActionOutcome, name: N): ActionResults[N] | null {
  if (!('result' in outcome) || outcome.name !== name) return null;
  return outcome.result as ActionResults[N];
}
