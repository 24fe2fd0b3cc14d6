import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SendMessage } from '@servicepro/contracts/messages';
import type { TenantContext } from '@servicepro/tenant-context';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readTestRedisUrl } from '../src/jobs/env.ts';
import { anId, createJobsFixture, type JobsFixture, until } from '../src/jobs/jobs.fixture.ts';
import type { KillPointName } from '../src/jobs/kill-points.ts';

const program = fileURLToPath(new URL('./worker-process.ts', import.meta.url));
const redisUrl = readTestRedisUrl();

describe.each(redisUrl ? ['postgres', 'redis'] : ['postgres'])('a worker process on %s', (backend) => {
  let fixture: JobsFixture;
  let tenant: TenantContext;
  const children = new Set<ChildProcess>();
  const prefix = `{k-${anId()}}`;

  beforeAll(async () => {
    fixture = await createJobsFixture();
    tenant = await fixture.database.createTenant();
  });

  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children.clear();
  });

  afterAll(() => fixture.drop());

  async function startWorker(options: { killAt?: KillPointName; handlerMs?: number; blockMs?: number } = {}) {
    const { urls } = fixture.database;
    const settings = {
      appUrl: urls.servicepro_app,
      relayUrl: urls.servicepro_relay,
      queueUrl: urls.servicepro_queue,
      ...(backend === 'redis' ? { redisUrl } : {}),
      prefix,
      handlerMs: 0,
      ...options,
    };
    const child = spawn(process.execPath, [program, JSON.stringify(settings)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.add(child);
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    let started = 0;
    child.stdout.on('data', (chunk) => {
      started += String(chunk).split('started').length - 1;
    });
    return { child, exit: once(child, 'exit'), started: () => started };
  }

  const send = (count: number) =>
    Promise.all(
      Array.from({ length: count }, () => fixture.send(tenant, SendMessage, { messageId: anId() })),
    );
  const areDone = async (ids: string[]) =>
    (await Promise.all(ids.map(fixture.row))).every((row) => row.done_at !== null);

  test.each<KillPointName>(['K5', 'K6', 'K7', 'K13'])(
    'killed at %s loses nothing and does nothing twice',
    async (killAt) => {
      const ids = await send(4);
      const { exit } = await startWorker({ killAt });
      expect((await exit)[1]).toBe('SIGKILL');
      const restartedAt = performance.now();
      await startWorker();
      await until(() => areDone(ids), 15_000);
      expect(performance.now() - restartedAt).toBeLessThan(10_000);
      expect(await Promise.all(ids.map(fixture.effects))).toEqual([1, 1, 1, 1]);
    },
  );

  test('killed at K14, while it drains, loses nothing and does nothing twice', async () => {
    const { child, exit } = await startWorker({ killAt: 'K14', handlerMs: 400 });
    const ids = await send(4);
    await until(async () => (await Promise.all(ids.map(fixture.row))).every((row) => row.try > 0));
    child.kill('SIGTERM');
    expect((await exit)[1]).toBe('SIGKILL');
    await startWorker();
    await until(() => areDone(ids), 15_000);
    expect(await Promise.all(ids.map(fixture.effects))).toEqual([1, 1, 1, 1]);
  });

  test('told to end, it finishes what it has in hand and exits cleanly', async () => {
    const { child, exit, started } = await startWorker({ handlerMs: 600 });
    const ids = await send(4);
    await until(() => started() === 4);
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(await Promise.all(ids.map(fixture.effects))).toEqual([1, 1, 1, 1]);
  });

  test('whose event loop stands still has its message run by another, with one effect', async () => {
    const ids = await send(1);
    await startWorker({ blockMs: 4_000 });
    await until(async () => (await fixture.row(ids[0] ?? '')).try > 0);
    await startWorker();
    await until(() => areDone(ids), 3_900);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await Promise.all(ids.map(fixture.effects))).toEqual([1]);
  });
});
