import { SendMessage } from '@servicepro/contracts/messages';
import { withTenant } from '@servicepro/db';
import { describe, expect, test } from 'vitest';
import type { JobQueue } from './job-queue.ts';
import { anId, leaveEffect, until } from './jobs.fixture.ts';
import { backends, useJobs } from './jobs-suite.fixture.ts';
import { RunAgain, subscribe } from './subscription.ts';

describe.each(backends)('faults on %s', (backend) => {
  const jobs = useJobs(backend);

  test('a handler that fails is run again, and has its effect once', async () => {
    let runs = 0;
    const handler = subscribe(SendMessage, 'send-message', async (run) => {
      runs += 1;
      await withTenant(jobs.fixture.database.app, run.context, async (db) => {
        if (!(await run.markProcessed(db))) return;
        await leaveEffect(db, run.outboxId);
        if (runs < 3) throw new Error('not yet');
      });
    });
    jobs.start([handler]);
    const id = await jobs.fixture.send(jobs.tenant, SendMessage, { messageId: anId() });
    await until(async () => (await jobs.fixture.row(id)).done_at !== null);
    expect([runs, await jobs.fixture.effects(id), (await jobs.fixture.row(id)).failures]).toEqual([3, 1, 2]);
  });

  test('a handler that waits for another is run again without a failure being counted', async () => {
    let runs = 0;
    const handler = subscribe(SendMessage, 'send-message', async () => {
      runs += 1;
      if (runs < 8) throw new RunAgain(0);
    });
    jobs.start([handler]);
    const id = await jobs.fixture.send(jobs.tenant, SendMessage, { messageId: anId() });
    await until(async () => (await jobs.fixture.row(id)).done_at !== null);
    expect([runs, (await jobs.fixture.row(id)).failures]).toEqual([8, 0]);
  });

  test('a poisonous message is dead after five failures with its reason, holds nobody up, and can be replayed', async () => {
    const poison = anId();
    let isCured = false;
    const lastWords: string[] = [];
    const handler = subscribe(
      SendMessage,
      'send-message',
      async (run, payload) => {
        if (payload.messageId === poison && !isCured) throw new Error('poison for +15125550123');
        await withTenant(jobs.fixture.database.app, run.context, async (db) => {
          if (await run.markProcessed(db)) await leaveEffect(db, run.outboxId);
        });
      },
      { onDead: async (run) => void lastWords.push(run.outboxId) },
    );
    jobs.start([handler]);
    const bad = await jobs.fixture.send(jobs.tenant, SendMessage, { messageId: poison });
    const good = await jobs.fixture.send(jobs.tenant, SendMessage, { messageId: anId() });
    await until(async () => (await jobs.fixture.row(bad)).dead_at !== null);
    await until(async () => (await jobs.fixture.effects(good)) === 1, 1_000);
    expect(await jobs.fixture.row(bad)).toMatchObject({
      failures: 5,
      last_error: 'Error: poison for [phone]',
      done_at: null,
    });
    expect(lastWords).toEqual([bad]);

    isCured = true;
    expect([await jobs.fixture.outbox.replay(bad), await jobs.fixture.outbox.replay(bad)]).toEqual([
      true,
      false,
    ]);
    await until(async () => (await jobs.fixture.row(bad)).done_at !== null);
    expect(await jobs.fixture.effects(bad)).toBe(1);
  });

  test('a payload that is not what its address promises is dead at once', async () => {
    jobs.start([jobs.onceHandler()]);
    const { rows } = await jobs.fixture.database.admin.query(
      "insert into outbox (tenant_id, type, payload) values ($1, 'conversations.send-message.v1', '{\"messageId\": 7}') returning id",
      [jobs.tenant.tenantId],
    );
    await until(async () => (await jobs.fixture.row(rows[0].id)).dead_at !== null);
    expect((await jobs.fixture.row(rows[0].id)).failures).toBe(1);
  });

  test('a forged job, of no row or with another tenant, changes nothing', async () => {
    const other = await jobs.fixture.database.createTenant();
    let runs = 0;
    const handler = subscribe(SendMessage, 'send-message', async () => {
      runs += 1;
    });
    const started = jobs.start([handler], { pollMs: 60_000 });
    const far = Temporal.Now.instant().add({ hours: 1 });
    const id = await jobs.fixture.send(jobs.tenant, SendMessage, { messageId: anId() }, far);
    await jobs.queue.add([
      {
        id: `${anId()}.send-message.1`,
        data: { outboxId: anId(), tenantId: jobs.tenant.tenantId, subscriber: 'send-message' },
      },
      {
        id: `${id}.send-message.1`,
        data: { outboxId: id, tenantId: other.tenantId, subscriber: 'send-message' },
      },
      {
        id: `${id}.send-message.2`,
        data: { outboxId: id, tenantId: jobs.tenant.tenantId, subscriber: 'send-message' },
      },
    ]);
    const dropped = /messages_run_total\{subscriber="unknown",outcome="dropped",app="test"\} 3/;
    await until(async () => dropped.test(await started.metrics.registry.metrics()));
    expect([runs, (await jobs.fixture.row(id)).done_at, (await jobs.fixture.row(id)).failures]).toEqual([
      0,
      null,
      0,
    ]);
  });

  test('a queue that loses everything loses no message', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, () => jobs.fixture.send(jobs.tenant, SendMessage, { messageId: anId() })),
    );
    const first = jobs.start([jobs.onceHandler()], { withoutWorker: true, limits: { mostPerTenant: 20 } });
    await until(async () => (await Promise.all(ids.map(jobs.fixture.row))).every((row) => row.try > 0));
    await jobs.loseQueue();
    await first.stop();
    jobs.start([jobs.onceHandler()]);
    await until(async () =>
      (await Promise.all(ids.map(jobs.fixture.row))).every((row) => row.done_at !== null),
    );
    expect(await Promise.all(ids.map(jobs.fixture.effects))).toEqual(ids.map(() => 1));
  });

  test('a queue that is away delays messages and loses none', async () => {
    let isAway = true;
    const relayQueue = {
      add: async (added: Parameters<JobQueue['add']>[0]) => {
        if (isAway) throw new Error('ECONNREFUSED');
        await jobs.queue.add(added);
      },
    };
    jobs.start([jobs.onceHandler()], { relayQueue });
    const id = await jobs.fixture.send(jobs.tenant, SendMessage, { messageId: anId() });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await jobs.fixture.row(id)).done_at).toBeNull();
    isAway = false;
    await until(async () => (await jobs.fixture.row(id)).done_at !== null, 3_000);
    expect([await jobs.fixture.effects(id), (await jobs.fixture.row(id)).try]).toEqual([1, 1]);
  });

  test('what a worker took and did not finish is finished by another', async () => {
    const dying = jobs.queue.work(() => new Promise(() => {}), { concurrency: 1 });
    const relay = jobs.start([jobs.onceHandler()], { withoutWorker: true });
    const id = await jobs.fixture.send(jobs.tenant, SendMessage, { messageId: anId() });
    await until(async () => (await jobs.fixture.row(id)).try > 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await dying.abandon();
    relay.runner.start();
    await until(async () => (await jobs.fixture.row(id)).done_at !== null, 8_000);
    expect(await jobs.fixture.effects(id)).toBe(1);
  });

  test('stopping lets running handlers end and takes nothing new', async () => {
    const gate = Promise.withResolvers<void>();
    let hasStarted = false;
    const handler = subscribe(SendMessage, 'send-message', async (run) => {
      hasStarted = true;
      await gate.promise;
      await withTenant(jobs.fixture.database.app, run.context, async (db) => {
        if (await run.markProcessed(db)) await leaveEffect(db, run.outboxId);
      });
    });
    const { runner } = jobs.start([handler]);
    const id = await jobs.fixture.send(jobs.tenant, SendMessage, { messageId: anId() });
    await until(() => hasStarted);
    const stopping = runner.stop();
    const later = await jobs.fixture.send(jobs.tenant, SendMessage, { messageId: anId() });
    gate.resolve();
    await stopping;
    expect([await jobs.fixture.effects(id), await jobs.fixture.effects(later)]).toEqual([1, 0]);
  });

  test('a tenant that floods takes its share and no more: a quiet one is served at once', async () => {
    const quiet = await jobs.fixture.database.createTenant();
    const slow = subscribe(SendMessage, 'send-message', async (run) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      await withTenant(jobs.fixture.database.app, run.context, (db) => run.markProcessed(db));
    });
    await jobs.fixture.database.admin.query(
      `insert into outbox (tenant_id, type, payload) select $1, 'conversations.send-message.v1', jsonb_build_object('messageId', gen_random_uuid()) from generate_series(1, 2000)`,
      [jobs.tenant.tenantId],
    );
    jobs.start([slow], { limits: { mostPerTenant: 4, sweepSeconds: 30 }, concurrency: 8 });
    await until(async () => (await jobs.doneOf(jobs.tenant)) > 20);
    const before = await jobs.doneOf(jobs.tenant);
    const overtakenBy: number[] = [];
    for (let sent = 0; sent < 8; sent += 1) {
      const ahead = await jobs.doneOf(jobs.tenant);
      const id = await jobs.fixture.send(quiet, SendMessage, { messageId: anId() });
      jobs.fixture.waker.wake();
      await until(async () => (await jobs.fixture.row(id)).done_at !== null);
      overtakenBy.push((await jobs.doneOf(jobs.tenant)) - ahead);
    }
    // Counted in the flood's own messages and not in seconds, so that a slow computer changes nothing.
    expect(Math.max(...overtakenBy)).toBeLessThan(60);
    expect(await jobs.doneOf(jobs.tenant)).toBeGreaterThan(before + 8);
  });
});
