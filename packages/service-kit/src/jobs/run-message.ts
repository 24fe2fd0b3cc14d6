import { type AppDatabase, isDatabaseGone, type TenantDb, withTenant } from '@servicepro/db';
import { markProcessed } from '@servicepro/db/outbox';
import { systemContext } from '@servicepro/tenant-context';
import { AppError } from '../app-error.ts';
import { type Logger, scrubText } from '../logger.ts';
import { maxFailures, pauseAfterFailure } from './backoff.rules.ts';
import { JobData } from './job-queue.ts';
import { type KillPoint, noKillPoints } from './kill-points.ts';
import type { OutboxRepository, OutboxRow } from './outbox.repository.ts';
import {
  type MessageRun,
  PayloadInvalid,
  RunAgain,
  type Subscription,
  type SubscriptionTable,
} from './subscription.ts';

/** What became of a job. `dropped`: it was forged or broken, and nothing was read or written in its name. */
export type RunOutcome =
  | 'processed'
  | 'settled'
  | 'dropped'
  | 'unheard'
  | 'again'
  | 'postponed'
  | 'failed'
  | 'dead';

export interface RunMessageOptions {
  database: AppDatabase;
  outbox: OutboxRepository;
  subscriptions: SubscriptionTable;
  logger: Logger;
  /** Uniform in [0, 1). */
  random: () => number;
  /** A handler that takes longer has failed. */
  handlerTimeoutMs: number;
  killPoint?: KillPoint;
}

interface Work {
  readonly data: JobData;
  readonly row: OutboxRow;
  readonly subscription: Subscription;
}

const databasePauseSeconds = 1;

/**
 * Runs one job: the outbox row, read under the relay role, says which tenant and what. Never throws; what happened is in
 * Postgres, and what could not be written there is handed out again by the re-sweep.
 */
export function createRunMessage(
  options: RunMessageOptions,
): (data: unknown, isEnding: AbortSignal) => Promise<RunOutcome> {
  const { outbox, logger, subscriptions, killPoint = noKillPoints } = options;

  return async (data, isEnding) => {
    try {
      const work = await findWork(data);
      if (typeof work === 'string') return work;
      killPoint('K7');
      const outcome = await runHandler(work, isEnding);
      killPoint('K13');
      return outcome;
    } catch (err) {
      logger.warn({ err }, 'what became of a message could not be written; it will be handed out again');
      return 'postponed';
    }
  };

  async function findWork(raw: unknown): Promise<Work | RunOutcome> {
    const data = JobData.safeParse(raw).data;
    const row = data && (await outbox.find(data.outboxId));
    if (!data || !row || row.tenantId !== data.tenantId || row.try < 1) {
      logger.error({ outboxId: data?.outboxId }, 'a job that no outbox row asked for was dropped');
      return 'dropped';
    }
    if (row.isSettled) return 'settled';
    const subscription = subscriptions.find(row.type, data.subscriber);
    return subscription ? { data, row, subscription } : 'unheard';
  }

  async function runHandler(work: Work, isEnding: AbortSignal): Promise<RunOutcome> {
    const { data, row, subscription } = work;
    const deadline = AbortSignal.timeout(options.handlerTimeoutMs);
    const { run, wasMarked } = createRun(work, AbortSignal.any([deadline, isEnding]));
    try {
      await Promise.race([subscription.handle(run, row.payload), rejectWhen(deadline)]);
      if (!wasMarked()) await withTenant(options.database, run.context, (db) => run.markProcessed(db));
      return 'processed';
    } catch (cause) {
      if (isEnding.aborted) {
        await outbox.postpone(data.outboxId, 0);
        return 'postponed';
      }
      return settleFailure(work, run, cause, data.outboxId);
    }
  }

  async function settleFailure(
    work: Work,
    run: MessageRun,
    cause: unknown,
    outboxId: string,
  ): Promise<RunOutcome> {
    if (cause instanceof RunAgain) {
      await outbox.postpone(outboxId, cause.seconds);
      return 'again';
    }
    if (isDatabaseGone(cause)) {
      await outbox.postpone(outboxId, databasePauseSeconds);
      return 'postponed';
    }
    const failures = work.row.failures + 1;
    const isLast = failures >= maxFailures || cause instanceof PayloadInvalid;
    logger.error(
      { err: cause, outboxId, subscriber: work.data.subscriber, failures, isLast },
      'a handler failed',
    );
    if (isLast) await sayLastWords(work, run);
    const isDead = await outbox.fail(outboxId, {
      reason: reasonOf(cause),
      pauseMs: pauseAfterFailure(failures, options.random),
      maxFailures: isLast ? 1 : maxFailures,
    });
    return isDead ? 'dead' : 'failed';
  }

  async function sayLastWords(work: Work, run: MessageRun): Promise<void> {
    try {
      await work.subscription.onDead?.(run, work.row.payload);
    } catch (err) {
      logger.error({ err, outboxId: work.data.outboxId }, 'the last words of a dead message failed');
    }
  }

  function createRun({ data, row, subscription }: Work, signal: AbortSignal) {
    let isMarked = false;
    const subscriberCount = subscriptions.of(row.type).length;
    const run: MessageRun = {
      context: systemContext(row.tenantId, subscription.subscriber),
      outboxId: data.outboxId,
      attempt: row.try,
      signal,
      async markProcessed(db: TenantDb) {
        const { outboxId } = data;
        const isNew = await markProcessed(db, {
          outboxId,
          subscriber: subscription.subscriber,
          subscriberCount,
        });
        isMarked = true;
        return isNew;
      },
    };
    return { run, wasMarked: () => isMarked };
  }
}

function rejectWhen(deadline: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  deadline.addEventListener('abort', () => reject(new Error('the handler took too long')), { once: true });
  return promise;
}

/** Kept with the row and shown to operators: no personal data. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AppError) return `${cause.code}: ${scrubText(cause.message)}`;
  return cause instanceof Error ? scrubText(`${cause.name}: ${cause.message}`) : 'unknown';
}
