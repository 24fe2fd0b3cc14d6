import { messages } from '@servicepro/contracts/messages';
import type { AppDatabase, Pool } from '@servicepro/db';
import { buildHttpApp, type HttpApp, type HttpAppOptions } from '@servicepro/service-kit/http';
import {
  createOutboxRepository,
  createRelay,
  createSubscriptionTable,
  createWorkerRunner,
  type JobQueue,
  type KillPoint,
  type Subscription,
} from '@servicepro/service-kit/jobs';
import { createOutboxCleanup } from './outbox-cleanup.ts';

export interface WorkerDeps {
  http: HttpAppOptions;
  database: AppDatabase;
  relayPool: Pool;
  queue: JobQueue;
  /** Every handler; `wakeRelay` is for handlers that enqueue something themselves. */
  subscriptions: (wakeRelay: () => void) => readonly Subscription[];
  killPoint: KillPoint;
  concurrency: number;
  tenantConcurrency: number;
  sweepSeconds: number;
}

export interface WorkerApp {
  /** Health and metrics; nothing else. */
  readonly http: HttpApp;
  start(): void;
  /** Takes nothing new and lets running handlers end. */
  stop(): Promise<void>;
}

/** The relay, the handlers and the outbox's cleanup, with a small server that says how they are. */
export async function buildApp(deps: WorkerDeps): Promise<WorkerApp> {
  const { database, queue, relayPool, killPoint } = deps;
  const { logger, metrics } = deps.http;
  const outbox = createOutboxRepository(relayPool);
  const subscriptions = createSubscriptionTable(
    messages,
    deps.subscriptions(() => relay.wake()),
  );
  const relay = createRelay({
    outbox,
    pool: relayPool,
    queue,
    subscriptions,
    logger,
    metrics,
    killPoint,
    limits: {
      mostPerTenant: deps.tenantConcurrency,
      mostInFlight: Math.max(deps.concurrency * 4, deps.tenantConcurrency),
      sweepSeconds: deps.sweepSeconds,
    },
  });
  const runner = createWorkerRunner({
    database,
    outbox,
    queue,
    subscriptions,
    logger,
    metrics,
    killPoint,
    relay,
    concurrency: deps.concurrency,
  });
  const cleanup = createOutboxCleanup(outbox, logger);
  return {
    http: await buildHttpApp(deps.http),
    start() {
      runner.start();
      relay.start();
      cleanup.start();
    },
    async stop() {
      cleanup.stop();
      await runner.stop();
      await relay.stop();
    },
  };
}
