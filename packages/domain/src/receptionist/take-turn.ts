import type { TenantDb } from '@servicepro/db';
import { type AppDatabase, withTenant } from '@servicepro/db';
import type { Clock } from '@servicepro/service-kit/clock';
import { RunAgain } from '@servicepro/service-kit/jobs';
import type { TenantContext } from '@servicepro/tenant-context';
import { beginTurn, finishTurn, PersonTookOver, TurnOutdated } from '../conversations/index.ts';
import { answerControl } from './answer-control.ts';
import { answerOptOutWords } from './answer-opt-out-words.ts';
import { answerTexts } from './answer-texts.ts';
import type { TurnAnswer, TurnTaken } from './turn-answer.rules.ts';

export interface TakeTurnDeps {
  readonly database: AppDatabase;
  readonly clock: Clock;
  /** Milliseconds of a steady clock, for how long actions took. */
  readonly stopwatch: () => number;
  readonly wakeRelay: () => void;
  /** Chaos tests end the process here; does nothing otherwise. */
  readonly killPoint: (name: 'K9') => void;
  /** Tells the tenant's open screens what the turn touched. */
  readonly changed: (
    context: TenantContext,
    touched: { conversationId: string; bookingId: string | null },
  ) => void;
}

export interface TakeTurnInput {
  readonly conversationId: string;
  readonly messageId: string;
  /** Who takes it: the lease is theirs, a second run by the same holder may go on. */
  readonly holder: string;
  /** Records that the message is handled, in the turn's transaction; false: it was before. */
  readonly settle: (db: TenantDb) => Promise<boolean>;
}

/**
 * Answers what waits in a conversation: reads, decides, acts and writes the reply, in one transaction, so that a reply
 * speaks of committed rows or does not exist. Run twice it does nothing the second time. Throws RunAgain while another
 * worker is at the conversation.
 */
export async function takeTurn(
  deps: TakeTurnDeps,
  context: TenantContext,
  input: TakeTurnInput,
): Promise<void> {
  const asAi: TenantContext = { ...context, actor: { kind: 'ai' } };
  try {
    const bookingId = await withTenant(deps.database, asAi, (db) => turn(db, deps, input));
    if (bookingId === undefined) return;
    deps.wakeRelay();
    deps.changed(context, { conversationId: input.conversationId, bookingId });
  } catch (cause) {
    // Taken once more it finds the person there, and is silent.
    if (cause instanceof PersonTookOver) throw new RunAgain(0.2);
    if (!(cause instanceof TurnOutdated)) throw cause;
    // A newer text has a turn of its own, or another worker has taken this one: nothing is left to do here.
    await withTenant(deps.database, asAi, input.settle);
  }
}

/** Answers the booking that was touched, null for none; undefined when nothing was written. */
async function turn(
  db: TenantDb,
  deps: TakeTurnDeps,
  input: TakeTurnInput,
): Promise<string | null | undefined> {
  if (!(await input.settle(db))) return undefined;
  const now = deps.clock.now();
  const start = await beginTurn(db, { ...input, now });
  if (start.kind === 'busy') throw new RunAgain(Math.max(0.2, start.retryAt.since(now).total('seconds')));
  if (start.kind === 'nothing-to-answer') return undefined;
  const answer = await answerTurn(db, deps, start, now);
  deps.killPoint('K9');
  await finishTurn(db, {
    ...answer,
    thread: start.thread,
    fence: start.fence,
    startedAt: now,
    brain: 'rules',
    answered: start.texts.map((text) => text.id),
    isAiTurn: start.mayAnswer && start.texts[0]?.control == null,
  });
  return answer.actions.find((action) => action.bookingId !== undefined)?.bookingId ?? null;
}

async function answerTurn(
  db: TenantDb,
  deps: TakeTurnDeps,
  start: TurnTaken,
  now: Temporal.Instant,
): Promise<TurnAnswer> {
  const [first] = start.texts;
  if (first?.control) return answerControl(db, start, { ...first, control: first.control }, now);
  const silent: TurnAnswer = { intents: [], understood: {}, outcome: 'silent', actions: [] };
  if (start.thread.optedOutAt !== null) return silent;
  if (!start.mayAnswer) return (await answerOptOutWords(db, start, now)) ?? silent;
  return answerTexts(db, start, now, deps.stopwatch);
}
