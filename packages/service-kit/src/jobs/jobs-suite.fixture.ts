import { SendMessage } from '@servicepro/contracts/messages';
import { createPool, type Pool, withTenant } from '@servicepro/db';
import type { TenantContext } from '@servicepro/tenant-context';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { readTestRedisUrl } from './env.ts';
import { type JobQueue, openPostgresQueue, openRedisQueue } from './job-queue.ts';
import { anId, createJobsFixture, type JobsFixture, leaveEffect, type StartOptions } from './jobs.fixture.ts';
import { type Subscription, subscribe } from './subscription.ts';

const redisUrl = readTestRedisUrl();

/** The backends the contract is tested on: Postgres always, Redis where TEST_REDIS_URL is set. */
export const backends = redisUrl ? (['postgres', 'redis'] as const) : (['postgres'] as const);

/** Sets the scene for a suite on one backend: a database for the file, a queue and a tenant for each test. */
export function useJobs(backend: (typeof backends)[number]) {
  let fixture: JobsFixture;
  let tenant: TenantContext;
  let queuePool: Pool;
  let redis: Redis | undefined;
  let queue: JobQueue;
  let prefix: string;
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    fixture = await createJobsFixture();
    queuePool = createPool(fixture.database.urls.servicepro_queue, { instants: 'date', max: 5 });
    if (backend === 'redis' && redisUrl) redis = new Redis(redisUrl);
  });

  beforeEach(async () => {
    prefix = `{t-${anId()}}`;
    tenant = await fixture.database.createTenant();
    queue =
      backend === 'redis' && redisUrl
        ? await openRedisQueue({ url: redisUrl, logger: fixture.logger, prefix })
        : await openPostgresQueue({ pool: queuePool, logger: fixture.logger });
  });

  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
    await queue.close();
    await fixture.database.admin.query('update outbox set done_at = now() where done_at is null');
  });

  afterAll(async () => {
    redis?.disconnect();
    await queuePool.end();
    await fixture.drop();
  });

  return {
    get fixture() {
      return fixture;
    },
    get tenant() {
      return tenant;
    },
    get queue() {
      return queue;
    },
    /** Everything the queue knows is gone. */
    async loseQueue(): Promise<void> {
      if (redis) await forget(redis, prefix);
      else await fixture.database.admin.query('delete from bullmq.job');
    },
    start(subscriptions: readonly Subscription[], options: StartOptions = {}) {
      const started = fixture.start(queue, subscriptions, options);
      stops.push(started.stop);
      return started;
    },
    /** A handler as it should be: marked first, and its effect in the same transaction. */
    onceHandler: (name = 'send-message') =>
      subscribe(SendMessage, name, async (run) => {
        await withTenant(fixture.database.app, run.context, async (db) => {
          if (await run.markProcessed(db)) await leaveEffect(db, run.outboxId);
        });
      }),
    async doneOf({ tenantId }: TenantContext): Promise<number> {
      const { rows } = await fixture.database.admin.query(
        'select count(*)::int as n from outbox where tenant_id = $1 and done_at is not null',
        [tenantId],
      );
      return rows[0].n;
    },
  };
}

/** What FLUSHALL does, to this suite's keys alone: others may be using the same server. */
async function forget(redis: Redis, prefix: string): Promise<void> {
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(...keys);
}
