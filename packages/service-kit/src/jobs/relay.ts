import type { Pool } from '@servicepro/db';
import { outboxChannel } from '@servicepro/db/outbox';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { createPostgresListener } from '../postgres-listener.ts';
import type { JobQueue, QueuedJob } from './job-queue.ts';
import { type KillPoint, noKillPoints } from './kill-points.ts';
import type { ClaimedRow, ClaimLimits, OutboxRepository } from './outbox.repository.ts';
import type { SubscriptionTable } from './subscription.ts';

export interface RelayOptions {
  outbox: OutboxRepository;
  /** The relay role's pool, on a direct connection: LISTEN. */
  pool: Pool;
  queue: Pick<JobQueue, 'add'>;
  subscriptions: SubscriptionTable;
  logger: Logger;
  metrics: Metrics;
  limits?: Partial<ClaimLimits>;
  /** The net under NOTIFY. Default 1 s. */
  pollMs?: number;
  killPoint?: KillPoint;
}

/** Carries due outbox rows to the queue. Any number of relays may run at once. */
export interface Relay {
  start(): void;
  /** Something may be due: look now. */
  wake(): void;
  /** A job has ended: look now if rows were held back for want of a place. */
  freed(): void;
  stop(): Promise<void>;
}

/** A row not finished after `sweepSeconds` is handed out again; running handlers keep theirs, so this is how soon a killed worker's work goes on. */
const defaultLimits: ClaimLimits = { most: 100, mostPerTenant: 8, mostInFlight: 64, sweepSeconds: 5 };
const firstRetryMs = 100;
const longestRetryMs = 1_000;
const statsEveryMs = 10_000;

export function createRelay(options: RelayOptions): Relay {
  const { outbox, logger, metrics } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const pollMs = options.pollMs ?? 1_000;
  const handOut = createHandOut(options);
  const oldest = metrics.gauge(
    'outbox_oldest_due_seconds',
    'Age of the oldest message that is due and not done',
  );
  const dead = metrics.gauge('outbox_dead_messages', 'Messages given up');
  const listener = createPostgresListener({
    pool: options.pool,
    channel: outboxChannel,
    onNotification: wake,
    onConnected: wake,
    logger,
  });

  let isRunning = false;
  let isHeldBack = false;
  let isWoken = false;
  let rouse: (() => void) | undefined;
  let ended: Promise<void> = Promise.resolve();
  let retryMs = firstRetryMs;
  let statsAt = 0;

  function wake(): void {
    isWoken = true;
    rouse?.();
  }

  async function run(): Promise<void> {
    while (isRunning) {
      isWoken = false;
      const waitMs = await round();
      if (!isWoken && isRunning && waitMs > 0) await nap(waitMs);
    }
  }

  async function round(): Promise<number> {
    try {
      if (performance.now() >= statsAt) await showStats();
      const claim = await outbox.claim(limits);
      isHeldBack = claim.isHeldBack;
      await handOut(claim.rows);
      retryMs = firstRetryMs;
      if (claim.rows.length === limits.most) return 0;
      return Math.min(pollMs, claim.nextDueMs ?? pollMs);
    } catch (err) {
      logger.warn({ err }, 'the relay cannot hand out; trying again');
      metrics.counter('relay_failures_total', 'Rounds of the relay that failed').inc();
      const pause = retryMs;
      retryMs = Math.min(longestRetryMs, retryMs * 2);
      isWoken = false;
      return pause;
    }
  }

  async function showStats(): Promise<void> {
    statsAt = performance.now() + statsEveryMs;
    const stats = await outbox.stats();
    oldest.set(stats.oldestDueSeconds);
    dead.set(stats.dead);
  }

  async function nap(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    rouse = resolve;
    await promise;
    rouse = undefined;
    clearTimeout(timer);
  }

  return {
    start() {
      if (isRunning) return;
      isRunning = true;
      listener.start();
      ended = run();
    },
    wake,
    freed() {
      if (isHeldBack) wake();
    },
    async stop() {
      isRunning = false;
      wake();
      await Promise.all([listener.stop(), ended]);
    },
  };
}

/** Adds one job for each subscriber of each row. Throws after giving the rows back when the queue does not take them. */
function createHandOut(options: RelayOptions): (rows: readonly ClaimedRow[]) => Promise<void> {
  const { outbox, queue, subscriptions, logger, metrics, killPoint = noKillPoints } = options;
  const handedOut = metrics.counter('outbox_handed_out_total', 'Messages handed to the queue', ['type']);
  const swept = metrics.counter('outbox_swept_total', 'Messages handed out more than once', ['type']);

  return async (rows) => {
    if (rows.length === 0) return;
    for (const row of rows) {
      if (!subscriptions.isKnown(row.type))
        logger.warn({ type: row.type }, 'a message of a newer version waits');
    }
    const unheard = rows.filter(
      (row) => subscriptions.isKnown(row.type) && subscriptions.of(row.type).length === 0,
    );
    if (unheard.length > 0) await outbox.closeUnheard(unheard.map((row) => row.id));

    const jobs = rows.flatMap((row) => jobsOf(row, subscriptions));
    killPoint('K5');
    try {
      await queue.add(jobs);
    } catch (cause) {
      await outbox.giveBack(rows.map((row) => row.id));
      throw cause;
    }
    killPoint('K6');
    for (const row of rows) (row.try > 1 ? swept : handedOut).inc({ type: row.type });
  };
}

function jobsOf(row: ClaimedRow, subscriptions: SubscriptionTable): QueuedJob[] {
  return subscriptions.of(row.type).map(({ subscriber }) => ({
    id: `${row.id}.${subscriber}.${row.try}`,
    data: { outboxId: row.id, tenantId: row.tenantId, subscriber },
  }));
}
