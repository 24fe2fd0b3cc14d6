import type { TenantDb } from '@servicepro/db';
import type { LoggedAction, TurnThread } from '../conversations/index.ts';
import { answerOptOutWords } from './answer-opt-out-words.ts';
import { decide } from './brain/decide.rules.ts';
import { type DialogueState, readDialogue, withoutPastDays } from './brain/dialogue-state.rules.ts';
import type { BusinessFacts, CustomerFacts, TurnInput, TurnOutcome } from './brain/turn.rules.ts';
import { hasRecentNotice } from './facts.repository.ts';
import { localNow } from './language/business-calendar.rules.ts';
import { understand } from './language/understand.rules.ts';
import { type ReceptionFacts, readBusinessFacts, readCustomerFacts } from './read-facts.ts';
import { type ComposedReply, composeReply } from './reply/compose-reply.rules.ts';
import { english as texts } from './reply/english.template.ts';
import { UnbackedFigure } from './reply/figure-guard.rules.ts';
import { firstName } from './reply/wording.rules.ts';
import { runBrain } from './run-brain.ts';
import { summarize } from './summarize.rules.ts';
import type { TurnAnswer, TurnTaken } from './turn-answer.rules.ts';

/** Understands the texts that wait, lets the brain act on them, and makes the reply of what came of it. */
export async function answerTexts(
  db: TenantDb,
  start: TurnTaken,
  now: Temporal.Instant,
  stopwatch: () => number,
): Promise<TurnAnswer> {
  const { thread } = start;
  const facts = await readBusinessFacts(db);
  const isQuiet = thread.tenantStatus !== 'active' || !facts.isAiOn;
  const optedOut = isQuiet ? await answerOptOutWords(db, start, now) : null;
  if (optedOut) return optedOut;
  if (thread.tenantStatus !== 'active') return politely(db, facts.business, thread);
  if (!facts.isAiOn)
    return {
      intents: [],
      understood: {},
      outcome: 'silent',
      actions: [],
      handOff: { reason: 'The AI is switched off' },
    };
  const customer = await readCustomerFacts(
    db,
    { customerId: thread.customerId, name: thread.customerName },
    now,
  );
  const today = localNow(facts.business.calendar, now).day;
  const state = withoutPastDays(readDialogue(thread.dialogue), today);
  const input = turnInput(start, facts.business, customer, state, now);
  const scope = scopeOf(start, facts, now);
  const policy = {
    channel: 'sms',
    identity: 'caller-id',
    isOptedOut: thread.optedOutAt !== null,
    tenantStatus: thread.tenantStatus,
    offers: state.chosen ? [...state.offers, state.chosen] : state.offers,
    holdId: state.holdId,
  } as const;
  const run = await runBrain(db, decide, input, scope, policy, stopwatch);
  return asAnswer(input, run.outcome, run.actions, thread);
}

function turnInput(
  start: TurnTaken,
  facts: BusinessFacts,
  customer: CustomerFacts,
  state: DialogueState,
  now: Temporal.Instant,
): TurnInput {
  const understanding = understand(
    start.texts.map((text) => text.body),
    {
      calendar: facts.calendar,
      now,
      services: facts.services,
      addOns: facts.addOns,
      assetClasses: facts.assetClasses,
      urgentWords: facts.urgentWords,
      faqs: facts.faqs,
      previousWhen: state.when,
      asked: state.asked,
    },
  );
  return { understanding, state, facts, customer, now };
}

function scopeOf({ thread, texts: received }: TurnTaken, facts: ReceptionFacts, now: Temporal.Instant) {
  return {
    facts: facts.business,
    conversationId: thread.conversationId,
    contactPointId: thread.contactPointId,
    phone: thread.phone,
    country: facts.country,
    customerId: thread.customerId,
    words: received.map((text) => text.body).join(' / '),
    now,
  };
}

function asAnswer(
  input: TurnInput,
  outcome: TurnOutcome,
  actions: LoggedAction[],
  thread: TurnThread,
): TurnAnswer {
  const { understanding, facts } = input;
  const base = { intents: [...understanding.intents], understood: summarize(input, outcome), actions };
  const handOff = outcome.handOff ? { handOff: outcome.handOff } : {};
  const dialogue = { ...outcome.state };
  if (outcome.sentences.length === 0) return { ...base, outcome: outcome.outcome, dialogue, ...handOff };
  const reply = compose(outcome, input, thread);
  if (reply)
    return {
      ...base,
      outcome: outcome.outcome,
      dialogue,
      ...handOff,
      reply: { body: reply.body, purpose: outcome.purpose, facts: [...reply.facts] },
    };
  const safe = composeReply([{ phrase: texts.handOff(facts.ownerName) }]);
  const reason = 'A reply was held back: a figure without a row';
  return {
    ...base,
    outcome: 'handed-off',
    dialogue,
    handOff: { reason },
    reply: { body: safe.body, purpose: 'reply', facts: [] },
  };
}

function compose(
  outcome: TurnOutcome,
  { facts, customer }: TurnInput,
  thread: TurnThread,
): ComposedReply | null {
  const introduces = thread.isFirstReply && outcome.purpose === 'reply';
  const intro = introduces ? [{ phrase: texts.intro(facts.name, firstName(customer.name)) }] : [];
  try {
    return composeReply([...intro, ...outcome.sentences], facts.neverPhrases);
  } catch (cause) {
    if (cause instanceof UnbackedFigure) return null;
    throw cause;
  }
}

// A business that is suspended says so once a day, without an AI turn: no customer's words are acted on.
async function politely(db: TenantDb, facts: BusinessFacts, thread: TurnThread): Promise<TurnAnswer> {
  const base = { intents: [], understood: {}, outcome: 'not-answering', actions: [] };
  if (await hasRecentNotice(db, thread.conversationId)) return base;
  const { body } = composeReply([{ phrase: texts.notAnswering(facts.name) }]);
  return { ...base, reply: { body, purpose: 'notice', facts: [] } };
}
