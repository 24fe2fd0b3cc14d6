import type { TenantDb } from '@servicepro/db';
import type { LoggedAction } from '../conversations/index.ts';
import { freshDialogue } from './brain/dialogue-state.rules.ts';
import { optedOutWithBooking } from './brain/hand-offs.rules.ts';
import { hasStopConfirmation } from './facts.repository.ts';
import { readBusinessFacts, readCustomerFacts } from './read-facts.ts';
import { composeReply } from './reply/compose-reply.rules.ts';
import { english as texts } from './reply/english.template.ts';
import { profileFact } from './reply/fact.rules.ts';
import type { TurnAnswer, TurnTaken } from './turn-answer.rules.ts';

type Control = 'stop' | 'start' | 'help';

/**
 * Answers STOP, START and HELP, whoever owns the thread. The opt-out itself took effect when the text was stored; here is
 * only its one confirmation, and a word to the owner where a booking stands.
 */
export async function answerControl(
  db: TenantDb,
  { thread }: TurnTaken,
  text: { readonly control: Control },
  now: Temporal.Instant,
): Promise<TurnAnswer> {
  const { business } = await readBusinessFacts(db);
  const base = {
    intents: [text.control],
    understood: {},
    outcome: text.control,
    actions: [log(text.control)],
  };
  if (text.control === 'help') {
    return {
      ...base,
      reply: reply('help', texts.help(business.name, profileFact('phone', business.phone, business))),
    };
  }
  if (text.control === 'start')
    return {
      ...base,
      reply: reply('start-confirmation', texts.started(business.name)),
      endsWait: { reason: optedOutWithBooking },
    };
  const wasConfirmed =
    thread.optedOutAt !== null && (await hasStopConfirmation(db, thread.conversationId, thread.optedOutAt));
  const customer = await readCustomerFacts(
    db,
    { customerId: thread.customerId, name: thread.customerName },
    now,
  );
  const hasBooking = customer.upcoming.length > 0;
  return {
    ...base,
    dialogue: { ...freshDialogue },
    ...(wasConfirmed ? {} : { reply: reply('stop-confirmation', texts.stopped(business.name)) }),
    ...(hasBooking ? { handOff: { reason: optedOutWithBooking } } : {}),
  };
}

function reply(
  purpose: NonNullable<TurnAnswer['reply']>['purpose'],
  phrase: ReturnType<typeof texts.stopped>,
): NonNullable<TurnAnswer['reply']> {
  const { body, facts } = composeReply([{ phrase }]);
  return { body, purpose, facts: [...facts] };
}

function log(control: Control): LoggedAction {
  const names = { stop: 'opt_out', start: 'opt_in', help: 'help_reply' } as const;
  const summaries = { stop: 'Opted out of texts', start: 'Opted in again', help: 'Help was sent' } as const;
  return {
    name: names[control],
    risk: 'system',
    input: {},
    result: {},
    verdict: 'allowed',
    summary: summaries[control],
    durationMs: 0,
  };
}
