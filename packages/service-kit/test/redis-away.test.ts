import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { SendMessage } from '@servicepro/contracts/messages';
import { withTenant } from '@servicepro/db';
import type { TenantContext } from '@servicepro/tenant-context';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JobQueue, openRedisQueue } from '../src/jobs/job-queue.ts';
import { anId, createJobsFixture, type JobsFixture, leaveEffect, until } from '../src/jobs/jobs.fixture.ts';
import { subscribe } from '../src/jobs/subscription.ts';

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of this file's own, which it may kill and flush as it likes. Nothing is kept: it comes back empty. */
describe.skipIf(!hasRedis)('a Redis that goes', () => {
  let fixture: JobsFixture;
  let tenant: TenantContext;
  let server: ChildProcess;
  let port: number;
  let queue: JobQueue;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    fixture = await createJobsFixture();
    tenant = await fixture.database.createTenant();
    port = await freePort();
    server = await startRedis(port);
    queue = await openRedisQueue({ url: `redis://127.0.0.1:${port}`, logger: fixture.logger });
    const handler = subscribe(SendMessage, 'send-message', async (run) => {
      await withTenant(fixture.database.app, run.context, async (db) => {
        if (await run.markProcessed(db)) await leaveEffect(db, run.outboxId);
      });
    });
    ({ stop } = fixture.start(queue, [handler]));
  });

  afterAll(async () => {
    await stop();
    await queue.close();
    server.kill('SIGKILL');
    await fixture.drop();
  });

  const send = (count: number) =>
    Promise.all(
      Array.from({ length: count }, () => fixture.send(tenant, SendMessage, { messageId: anId() })),
    );
  const areDone = async (ids: string[]) =>
    (await Promise.all(ids.map(fixture.row))).every((row) => row.done_at !== null);

  async function expectOnce(ids: string[]): Promise<void> {
    await until(() => areDone(ids), 25_000);
    expect(new Set(await Promise.all(ids.map(fixture.effects)))).toEqual(new Set([1]));
  }

  test('killed and empty when it returns: what came meanwhile waits, then is handled once, by the same processes', async () => {
    await expectOnce(await send(3));
    server.kill('SIGKILL');
    await once(server, 'exit');
    const ids = await send(10);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await areDone(ids)).toBe(false);
    server = await startRedis(port);
    await expectOnce(ids);
    await expectOnce(await send(3));
  });

  test('flushed again and again while messages come: each is handled once', async () => {
    const redis = new Redis(port, '127.0.0.1');
    const ids: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      ids.push(...(await send(5)));
      await redis.flushall();
    }
    redis.disconnect();
    await expectOnce(ids);
  });

  test('that takes no more writes delays messages and loses none', async () => {
    const redis = new Redis(port, '127.0.0.1');
    await redis.config('SET', 'maxmemory', '1');
    const ids = await send(5);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await areDone(ids)).toBe(false);
    await redis.config('SET', 'maxmemory', '0');
    redis.disconnect();
    await expectOnce(ids);
  });
});

async function startRedis(port: number): Promise<ChildProcess> {
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', [...settings, '--maxmemory-policy', 'noeviction'], {
    stdio: 'ignore',
  });
  const probe = new Redis(port, '127.0.0.1', { retryStrategy: () => 50 });
  probe.on('error', () => {});
  await probe.ping();
  probe.disconnect();
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}
