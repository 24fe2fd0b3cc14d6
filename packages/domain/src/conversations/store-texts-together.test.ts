import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import type { TenantContext } from '@servicepro/tenant-context';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tenantNumber } from './conversations.fixture.ts';
import type { InboundText } from './store-inbound-text.ts';
import { createTextStore } from './store-texts-together.ts';

const pause = { pauseMs: 2_000, longestPauseMs: 6_000 };
const movedNumber = '+15125550199';

describe('texts that come at once', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ maxConnections: 12 });
  });
  afterAll(() => database.drop());

  it('end as they would one by one: stored once each, in a thread and with a turn of their own', async () => {
    const text = fc.record({
      sender: fc.nat(6),
      sid: fc.nat(25),
      body: fc.constantFrom('hello', 'STOP', 'yes', 'START', 'two words'),
      to: fc.constantFrom(tenantNumber, tenantNumber, tenantNumber, movedNumber),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 60 }), async (drawn) => {
        const tenant = await createOwner(database);
        // A carrier's message id stands for one message: whoever sends it again sends the same.
        const texts = drawn.map(({ sid }) =>
          toText(
            tenant,
            drawn.find((one) => one.sid === sid),
          ),
        );
        const store = createTextStore(database.app, pause);
        const stored = await Promise.all(texts.map((one) => store.store(tenant.tenantId, one)));
        const right = new Set(
          texts.filter((one) => one.to !== movedNumber).map((one) => one.providerMessageId),
        );
        expect(stored.filter((one) => one.outcome === 'stored').length).toBe(right.size);
        expect(stored.map((one) => one.outcome === 'moved')).toEqual(
          texts.map((one) => one.to === movedNumber),
        );
        expect(await countsOf(database, tenant)).toEqual({ messages: right.size, turns: right.size });
        for (const [index, one] of stored.entries())
          if (one.outcome === 'stored')
            expect(await sidOf(database, one.message_id)).toBe(texts[index]?.providerMessageId);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('do not suffer for one among them that cannot be stored', async () => {
    const tenant = await createOwner(database);
    const store = createTextStore(database.app, pause);
    const texts = Array.from({ length: 20 }, (_, index) =>
      toText(tenant, {
        sender: index,
        sid: index,
        body: index === 9 ? 'a\u0000b' : 'hello',
        to: tenantNumber,
      }),
    );
    const settled = await Promise.allSettled(texts.map((one) => store.store(tenant.tenantId, one)));
    expect(settled.map((one) => one.status === 'fulfilled')).toEqual(texts.map((_, index) => index !== 9));
    expect(await countsOf(database, tenant)).toEqual({ messages: 19, turns: 19 });
  });

  it('share statements: forty texts take far fewer commits than forty', async () => {
    const tenant = await createOwner(database);
    const store = createTextStore(database.app, pause);
    const texts = Array.from({ length: 40 }, (_, index) =>
      toText(tenant, { sender: index, sid: index, body: 'hello', to: tenantNumber }),
    );
    await Promise.all(texts.map((one) => store.store(tenant.tenantId, one)));
    const { rows } = await database.admin.query(
      'select count(distinct xmin::text)::int as commits from messages where tenant_id = $1',
      [tenant.tenantId],
    );
    expect(rows[0].commits).toBeLessThanOrEqual(4);
  });
});

/** Of one tenant only: ids and numbers are unique over all of them. */
async function createOwner(database: TestDatabase): Promise<TenantContext> {
  await database.admin.query("delete from tenant_addresses where kind = 'phone'");
  return database.createTenant({ number: tenantNumber });
}

function toText(
  tenant: TenantContext,
  drawn: { sender: number; sid: number; body: string; to: string } | undefined,
): InboundText {
  const { sender, sid, body, to } = drawn ?? { sender: 0, sid: 0, body: 'hello', to: tenantNumber };
  return {
    accountId: 'AC1',
    providerMessageId: `SM${tenant.tenantId}-${sid}`,
    from: `+1512555${String(1_000 + sender)}`,
    to,
    serviceId: null,
    body,
  };
}

async function countsOf(database: TestDatabase, { tenantId }: TenantContext) {
  const { rows } = await database.admin.query(
    `select (select count(*)::int from messages where tenant_id = $1) as messages,
       (select count(*)::int from outbox where tenant_id = $1) as turns`,
    [tenantId],
  );
  return rows[0];
}

async function sidOf(database: TestDatabase, messageId: string): Promise<string> {
  const { rows } = await database.admin.query('select provider_message_id from messages where id = $1', [
    messageId,
  ]);
  return rows[0]?.provider_message_id;
}
