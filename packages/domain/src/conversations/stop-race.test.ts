import { callAsTenant, withTenant } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import type { TenantContext } from '@servicepro/tenant-context';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addQueued, createThread, tenantNumber } from './conversations.fixture.ts';
import { claimMs } from './delivery.rules.ts';
import { storeInboundText } from './store-inbound-text.ts';
import { takeOver } from './take-over.ts';

interface Claim {
  outcome: string;
  reason?: string;
}

describe('after STOP', () => {
  let database: TestDatabase;
  let tenant: TenantContext;
  beforeAll(async () => {
    database = await createTestDatabase({ maxConnections: 12 });
    tenant = await database.createTenant({ number: tenantNumber });
  });
  afterAll(() => database.drop());

  const claim = (messageId: string) =>
    callAsTenant<Claim>(database.app, tenant, 'tenant_claim_text', {
      message_id: messageId,
      claim_ms: claimMs,
    });
  let sid = 0;
  const stop = (phone: string, body = 'STOP') => {
    sid += 1;
    return storeInboundText(database.app, tenant.tenantId, {
      accountId: 'AC1',
      providerMessageId: `SM${sid}`,
      from: phone,
      to: tenantNumber,
      serviceId: null,
      body,
    });
  };

  it('nothing that was queued leaves: 1,000 races of STOP against sending, none claimed after it', async () => {
    for (let round = 0; round < 100; round += 1) {
      await Promise.all(
        Array.from({ length: 10 }, async () => {
          const thread = await createThread(database, tenant);
          const queued = await addQueued(database.app, tenant, thread);
          await Promise.all([stop(thread.phone), claim(queued)]);
        }),
      );
    }
    const { rows } = await database.admin.query(
      `select count(*)::int as races, count(*) filter (where m.status = 'sending')::int as left_before,
         count(*) filter (where m.status = 'sending' and m.claimed_at > p.opted_out_at)::int as left_after
       from messages m join conversations c on c.id = m.conversation_id join contact_points p on p.id = c.contact_point_id where m.direction = 'out'`,
    );
    expect(rows[0]).toMatchObject({ races: 1_000, left_after: 0 });
    expect(rows[0].left_before).toBeGreaterThan(0);
    expect(rows[0].left_before).toBeLessThan(1_000);
  }, 120_000);

  it('only its confirmation and the answers to HELP and START may leave', async () => {
    const thread = await createThread(database, tenant);
    await stop(thread.phone);
    const outcomes: Record<string, string> = {};
    for (const purpose of ['reply', 'notice', 'stop-confirmation', 'help', 'start-confirmation'] as const) {
      outcomes[purpose] = (await claim(await addQueued(database.app, tenant, thread, { purpose }))).outcome;
    }
    expect(outcomes).toEqual({
      reply: 'suppressed',
      notice: 'suppressed',
      'stop-confirmation': 'claimed',
      help: 'claimed',
      'start-confirmation': 'claimed',
    });
    expect((await claim(await addQueued(database.app, tenant, thread, { author: 'person' }))).outcome).toBe(
      'suppressed',
    );
  });

  it('START makes replies leave again, and STOP of one business is not that of another', async () => {
    const other = await database.createTenant();
    const thread = await createThread(database, tenant);
    await stop(thread.phone);
    await stop(thread.phone, 'start');
    expect((await claim(await addQueued(database.app, tenant, thread))).outcome).toBe('claimed');
    const theirs = await createThread(database, other);
    await stop(theirs.phone);
    const queued = await addQueued(database.app, other, theirs);
    expect(
      (
        await callAsTenant<Claim>(database.app, other, 'tenant_claim_text', {
          message_id: queued,
          claim_ms: claimMs,
        })
      ).outcome,
    ).toBe('claimed');
  });

  it('and after a takeover, an AI reply that was queued stays; a person’s own leaves', async () => {
    const thread = await createThread(database, tenant);
    const queued = await addQueued(database.app, tenant, thread);
    const own = await addQueued(database.app, tenant, thread, { author: 'person' });
    await withTenant(database.app, tenant, (db) =>
      takeOver(db, { conversationId: thread.conversationId, userId: 'u1', now: Temporal.Now.instant() }),
    );
    expect(await claim(queued)).toMatchObject({ outcome: 'suppressed', reason: 'person-took-over' });
    expect((await claim(own)).outcome).toBe('claimed');
  });
});
