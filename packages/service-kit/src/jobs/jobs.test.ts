import { BookingMade, SendMessage } from '@servicepro/contracts/messages';
import { withTenant } from '@servicepro/db';
import { enqueue } from '@servicepro/db/outbox';
import { describe, expect, test } from 'vitest';
import { anId, until } from './jobs.fixture.ts';
import { backends, useJobs } from './jobs-suite.fixture.ts';
import { subscribe } from './subscription.ts';

describe.each(backends)('messages on %s', (backend) => {
  const jobs = useJobs(backend);

  test('what a transaction enqueued is handled once, in its tenant, within half a second of the wake-up', async () => {
    const seen: string[] = [];
    const started = jobs.start(
      [
        subscribe(SendMessage, 'send-message', async (run, payload) => {
          seen.push(`${run.context.tenantId} ${payload.messageId}`);
          await withTenant(jobs.fixture.database.app, run.context, (db) => run.markProcessed(db));
        }),
      ],
      { pollMs: 60_000 },
    );
    await until(async () => (await started.metrics.registry.metrics()).includes('outbox_dead_messages'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const messageId = anId();
    const sentAt = performance.now();
    const id = await jobs.fixture.send(jobs.tenant, SendMessage, { messageId });
    jobs.fixture.waker.wake();
    await until(async () => (await jobs.fixture.row(id)).done_at !== null);
    expect(performance.now() - sentAt).toBeLessThan(500);
    expect(seen).toEqual([`${jobs.tenant.tenantId} ${messageId}`]);
  });

  test('what was rolled back is never handed out', async () => {
    jobs.start([jobs.onceHandler()]);
    const failing = withTenant(jobs.fixture.database.app, jobs.tenant, async (db) => {
      await enqueue(db, SendMessage, { messageId: anId() });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    const { rows } = await jobs.fixture.database.admin.query('select from outbox where tenant_id = $1', [
      jobs.tenant.tenantId,
    ]);
    expect(rows).toHaveLength(0);
  });

  test('a message with a later instant waits for it, and no longer', async () => {
    jobs.start([jobs.onceHandler()], { pollMs: 60_000 });
    const at = Temporal.Now.instant().add({ milliseconds: 700 });
    const id = await jobs.fixture.send(jobs.tenant, SendMessage, { messageId: anId() }, at);
    jobs.fixture.waker.wake();
    await until(async () => (await jobs.fixture.row(id)).done_at !== null);
    const doneAt: Temporal.Instant = (await jobs.fixture.row(id)).done_at;
    expect(doneAt.since(at).total('milliseconds')).toBeGreaterThanOrEqual(0);
    expect(doneAt.since(at).total('milliseconds')).toBeLessThan(500);
  });

  test('a message is done when every subscriber has handled it', async () => {
    jobs.start([jobs.onceHandler('first'), jobs.onceHandler('second')]);
    const id = await jobs.fixture.send(jobs.tenant, SendMessage, { messageId: anId() });
    await until(async () => (await jobs.fixture.row(id)).done_at !== null);
    expect(await jobs.fixture.effects(id)).toBe(2);
  });

  test('an event that nobody listens to is closed', async () => {
    jobs.start([jobs.onceHandler()]);
    const id = await jobs.fixture.send(jobs.tenant, BookingMade, { bookingId: anId() });
    await until(async () => (await jobs.fixture.row(id)).done_at !== null);
  });
});
