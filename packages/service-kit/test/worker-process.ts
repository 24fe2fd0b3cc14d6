import { messages, SendMessage } from '@servicepro/contracts/messages';
import { createAppDatabase, createPool, withTenant } from '@servicepro/db';
import { z } from 'zod';
import {
  createKillPoints,
  createOutboxRepository,
  createRelay,
  createSubscriptionTable,
  createWorkerRunner,
  openPostgresQueue,
  openRedisQueue,
  subscribe,
} from '../src/jobs/index.ts';
import { leaveEffect } from '../src/jobs/jobs.fixture.ts';
import { createLogger } from '../src/logger.ts';
import { createMetrics } from '../src/metrics.ts';
import { createReadiness, shutdownOnSignal } from '../src/shutdown.ts';

/** One worker process for the tests that kill it; its settings are its one argument, in JSON. */
const Settings = z.strictObject({
  appUrl: z.string(),
  relayUrl: z.string(),
  queueUrl: z.string(),
  redisUrl: z.string().optional(),
  prefix: z.string(),
  killAt: z.string().optional(),
  handlerMs: z.number(),
  /** Blocks the event loop for so long on each message, as a fault in our code would. */
  blockMs: z.number().default(0),
});

const settings = Settings.parse(JSON.parse(process.argv[2] ?? ''));
const logger = createLogger({ name: 'worker-process', level: 'silent' });
const metrics = createMetrics({ app: 'worker-process', withProcess: false });
const readiness = createReadiness();
const killPoint = createKillPoints(settings.killAt);
const pool = createPool(settings.appUrl, { max: 6 });
const relayPool = createPool(settings.relayUrl, { max: 6 });
const queuePool = createPool(settings.queueUrl, { max: 6, instants: 'date' });
const database = createAppDatabase(pool);
const outbox = createOutboxRepository(relayPool);
const queue = settings.redisUrl
  ? await openRedisQueue({ url: settings.redisUrl, logger, prefix: settings.prefix })
  : await openPostgresQueue({ pool: queuePool, logger });

const subscriptions = createSubscriptionTable(messages, [
  subscribe(SendMessage, 'send-message', async (run) => {
    process.stdout.write('started\n');
    await new Promise((resolve) => setTimeout(resolve, settings.handlerMs));
    const until = performance.now() + settings.blockMs;
    while (performance.now() < until);
    await withTenant(database, run.context, async (db) => {
      if (await run.markProcessed(db)) await leaveEffect(db, run.outboxId);
    });
  }),
]);
const relay = createRelay({
  ...{ outbox, pool: relayPool, queue, subscriptions, logger, metrics, killPoint },
  limits: { sweepSeconds: 1 },
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
});
relay.start();
runner.start();
shutdownOnSignal({
  readiness,
  logger,
  steps: [
    { name: 'runner', close: () => runner.stop() },
    { name: 'relay', close: () => relay.stop() },
    { name: 'queue', close: () => queue.close() },
    { name: 'pools', close: () => Promise.all([pool.end(), relayPool.end(), queuePool.end()]) },
  ],
});
process.stdout.write('ready\n');
