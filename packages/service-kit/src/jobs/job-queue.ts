import type { Pool } from '@servicepro/db';
import {
  type BackendClasses,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type PgQueryable,
  runMigrations,
  withBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import { z } from 'zod';
import type { Logger } from '../logger.ts';

/** All a job says. It is a hint where to look: the outbox row decides, and its tenant must be this one. */
export const JobData = z.strictObject({
  outboxId: z.uuid(),
  tenantId: z.uuid(),
  subscriber: z.string().max(64),
});
export type JobData = z.infer<typeof JobData>;

export interface QueuedJob {
  /** `<outbox id>.<subscriber>.<try>`: adding it twice is adding it once, and a re-sweep is a new job. */
  readonly id: string;
  readonly data: JobData;
}

export interface QueueWorker {
  /** Takes no new job, and resolves when those that run have ended. */
  close(): Promise<void>;
  /** Ends now; running jobs are left to the re-sweep. */
  abandon(): Promise<void>;
}

/** A queue that may lose everything at any time: what is not processed is handed out again from Postgres. */
export interface JobQueue {
  readonly backend: 'redis' | 'postgres';
  /** Adds all or throws, within a few seconds. */
  add(jobs: readonly QueuedJob[]): Promise<void>;
  /** `process` must not throw: what happened is in Postgres. */
  work(process: (data: unknown) => Promise<void>, options: { concurrency: number }): QueueWorker;
  close(): Promise<void>;
}

const queueName = 'messages';
const addTimeoutMs = 3_000;
const firstConnectMs = 1_000;

/** BullMQ on Redis. Producers fail at once when it is away; workers wait for it and go on by themselves. */
export async function openRedisQueue(options: {
  url: string;
  logger: Logger;
  prefix?: string;
}): Promise<JobQueue> {
  const retryStrategy = (times: number) => Math.min(times * 100, 1_000);
  const producer = new Redis(options.url, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    retryStrategy,
  });
  const consumer = new Redis(options.url, { maxRetriesPerRequest: null, retryStrategy });
  for (const connection of [producer, consumer]) connection.on('error', () => {});
  const connected = new Promise<void>((resolve) => producer.once('ready', resolve));
  await withinTime(connected, firstConnectMs).catch(() =>
    options.logger.warn('Redis is away; messages wait for it'),
  );
  const queue = createQueue(withBackend(createRedisBackend), {
    backend: 'redis',
    producer,
    consumer,
    isReady: () => producer.status === 'ready',
    logger: options.logger,
    prefix: options.prefix ?? '{servicepro}',
  });
  return {
    ...queue,
    async close() {
      await queue.close();
      for (const connection of [producer, consumer]) connection.disconnect();
    },
  };
}

/** BullMQ on Postgres, for where there is no Redis. The pool is the queue role's own, on a direct connection, with pg's own values. */
export async function openPostgresQueue(options: { pool: Pool; logger: Logger }): Promise<JobQueue> {
  await migrateQueue(options.pool);
  // BullMQ leaves a listener on a pool it was given.
  options.pool.setMaxListeners(100);
  return createQueue(withBackend(createPostgresBackend), {
    backend: 'postgres',
    producer: options.pool,
    consumer: options.pool,
    isReady: () => true,
    logger: options.logger,
  });
}

/** The schema is made by our own migration, so the role needs no right to create one. */
async function migrateQueue(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(
      asQueryable((text, values) =>
        text.startsWith('CREATE SCHEMA')
          ? Promise.resolve({ rows: [], rowCount: 0 })
          : client.query(text, values),
      ),
    );
  } finally {
    client.release();
  }
}

/** Guarantee: answers come from pg itself, whose rows BullMQ types more loosely. */
function asQueryable(query: (text: string, values?: unknown[]) => Promise<unknown>): PgQueryable {
  return { query } as PgQueryable;
}

interface Connections<C> {
  backend: JobQueue['backend'];
  producer: C;
  consumer: C;
  isReady: () => boolean;
  logger: Logger;
  prefix?: string;
}

function createQueue<B extends IQueueBackend, C>(
  classes: BackendClasses<B, C>,
  connections: Connections<C>,
): JobQueue {
  const { backend, logger } = connections;
  const prefix = connections.prefix === undefined ? {} : { prefix: connections.prefix };
  const report = (err: Error) => logger.debug({ err, backend }, 'the queue is not answering');
  // A queue whose first command failed stays broken, so one that fails is thrown away and made anew.
  let open: InstanceType<BackendClasses<B, C>['Queue']> | undefined;

  function queue() {
    if (open) return open;
    open = new classes.Queue<JobData>(queueName, {
      ...prefix,
      connection: connections.producer,
      skipWaitingForReady: true,
      skipMetasUpdate: true,
      streams: { events: { maxLen: 100 } },
      defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
    });
    open.on('error', report);
    return open;
  }

  async function close(): Promise<void> {
    const closing = open;
    open = undefined;
    await closing?.close();
  }

  return {
    backend,
    async add(jobs) {
      if (jobs.length === 0) return;
      if (!connections.isReady()) throw new Error('the queue is away');
      const adding = queue().addBulk(
        jobs.map(({ id, data }) => ({ name: data.subscriber, data, opts: { jobId: id } })),
      );
      try {
        await withinTime(adding, addTimeoutMs);
      } catch (cause) {
        void close().catch(report);
        throw cause;
      }
    },
    work(process, { concurrency }) {
      const worker = new classes.Worker<JobData>(queueName, async (job) => process(job.data), {
        ...prefix,
        connection: connections.consumer,
        concurrency,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
      });
      worker.on('error', report);
      return { close: () => worker.close(), abandon: () => worker.close(true) };
    },
    close,
  };
}

async function withinTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`the queue did not answer within ${timeoutMs} ms`)),
    timeoutMs,
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}
