import { randomUUID } from 'node:crypto';
import { type Message, messages } from '@servicepro/contracts/messages';
import { createPool, recordAudit, type TenantDb, withTenant } from '@servicepro/db';
import { createRelayWaker, enqueue } from '@servicepro/db/outbox';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import type { TenantContext } from '@servicepro/tenant-context';
import type { z } from 'zod';
import { createLogger } from '../logger.ts';
import { createMetrics } from '../metrics.ts';
import type { JobQueue } from './job-queue.ts';
import { type ClaimLimits, createOutboxRepository } from './outbox.repository.ts';
import { createRelay } from './relay.ts';
import { createSubscriptionTable, type Subscription } from './subscription.ts';
import { createWorkerRunner } from './worker-runner.ts';

/** A database, and a relay and a worker on it, for the tests of this folder. */
export async function createJobsFixture() {
  const database = await createTestDatabase();
  const relayPool = createPool(database.urls.servicepro_relay, { max: 6 });
  const outbox = createOutboxRepository(relayPool);
  const waker = createRelayWaker(database.app.pool);
  const logger = createLogger({ name: 'test', level: 'silent' });

  function start(queue: JobQueue, subscriptions: readonly Subscription[], options: StartOptions = {}) {
    const metrics = createMetrics({ app: 'test', withProcess: false });
    const table = createSubscriptionTable(messages, subscriptions);
    const relay = createRelay({
      outbox,
      pool: relayPool,
      queue: options.relayQueue ?? queue,
      subscriptions: table,
      logger,
      metrics,
      limits: { sweepSeconds: 1, ...options.limits },
      pollMs: options.pollMs ?? 200,
    });
    const runner = createWorkerRunner({
      database: database.app,
      outbox,
      queue,
      subscriptions: table,
      logger,
      metrics,
      random: () => 0,
      concurrency: options.concurrency ?? 8,
      drainMs: options.drainMs ?? 5_000,
      handlerTimeoutMs: options.handlerTimeoutMs ?? 5_000,
      relay,
    });
    relay.start();
    if (options.withoutWorker !== true) runner.start();
    return {
      metrics,
      relay,
      runner,
      async stop() {
        await runner.stop();
        await relay.stop();
      },
    };
  }

  return {
    database,
    outbox,
    logger,
    waker,
    start,
    send: <M extends Message>(
      tenant: TenantContext,
      message: M,
      payload: z.input<M['payload']>,
      at?: Temporal.Instant,
    ) =>
      withTenant(database.app, tenant, (db) => enqueue(db, message, payload, at ? { availableAt: at } : {})),
    effects: (outboxId: string) => countEffects(database, outboxId),
    async row(outboxId: string) {
      const { rows } = await database.admin.query('select * from outbox where id = $1', [outboxId]);
      return rows[0];
    },
    async drop() {
      await relayPool.end();
      await database.drop();
    },
  };
}

export type JobsFixture = Awaited<ReturnType<typeof createJobsFixture>>;

export interface StartOptions {
  relayQueue?: Pick<JobQueue, 'add'>;
  limits?: Partial<ClaimLimits>;
  pollMs?: number;
  concurrency?: number;
  drainMs?: number;
  handlerTimeoutMs?: number;
  withoutWorker?: boolean;
}

/** What a handler does in these tests: one audit row that names the message. */
export async function leaveEffect(db: TenantDb, outboxId: string): Promise<void> {
  await recordAudit(db, { action: 'test.effect', subjectKind: 'outbox', subjectId: outboxId });
}

async function countEffects(database: TestDatabase, outboxId: string): Promise<number> {
  const { rows } = await database.admin.query(
    "select count(*)::int as n from audit_log where action = 'test.effect' and subject_id = $1",
    [outboxId],
  );
  return rows[0].n;
}

/** Waits until it is so; throws after `timeoutMs`. */
export async function until(isSo: () => boolean | Promise<boolean>, timeoutMs = 10_000): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('it did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

export const anId = (): string => randomUUID();
