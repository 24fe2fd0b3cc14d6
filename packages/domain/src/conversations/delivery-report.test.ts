import { withTenant } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import type { TenantContext } from '@servicepro/tenant-context';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyDeliveryReport } from './apply-delivery-report.ts';
import { addQueued, createThread, type TestThread } from './conversations.fixture.ts';
import { recordSent } from './record-send.ts';

const vendorStatuses = ['queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed'];

describe('delivery reports', () => {
  let database: TestDatabase;
  let tenant: TenantContext;
  let thread: TestThread;
  beforeAll(async () => {
    database = await createTestDatabase();
    tenant = await database.createTenant();
    thread = await createThread(database, tenant);
  });
  afterAll(() => database.drop());

  const statusOf = async (id: string): Promise<string> =>
    (await database.admin.query('select status from messages where id = $1', [id])).rows[0].status;

  const report = (messageId: string | null, providerMessageId: string, vendorStatus: string) =>
    applyDeliveryReport(database.app, tenant.tenantId, {
      messageId,
      providerMessageId,
      vendorStatus,
      errorCode: vendorStatus === 'undelivered' ? '30006' : null,
    });

  it('end in the same state in all 720 orders, with repeats', async () => {
    const orders = permutationsOf(vendorStatuses);
    expect(orders).toHaveLength(720);
    const ends = new Set<string>();
    const tryOrder = async (order: string[], index: number) => {
      const id = await addQueued(database.app, tenant, thread);
      const repeated = order.flatMap((status, place) =>
        (index + place) % 3 === 0 ? [status, status] : [status],
      );
      for (const status of repeated) await report(id, `SM-order-${index}`, status);
      ends.add(await statusOf(id));
    };
    for (let at = 0; at < orders.length; at += 8) {
      await Promise.all(orders.slice(at, at + 8).map((order, place) => tryOrder(order, at + place)));
    }
    expect([...ends]).toEqual(['delivered']);
  }, 120_000);

  it('that say undelivered give the reason in words, and a late "sent" does not take it back', async () => {
    const id = await addQueued(database.app, tenant, thread);
    await report(id, 'SM-landline', 'undelivered');
    await report(id, 'SM-landline', 'sent');
    const { rows } = await database.admin.query('select status, status_reason from messages where id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ status: 'undelivered', status_reason: 'This number is a landline.' }]);
  });

  it('for a message we do not know yet are kept, and joined when we learn its id', async () => {
    const id = await addQueued(database.app, tenant, thread);
    expect((await report(null, 'SM-early', 'delivered')).outcome).toBe('parked');
    await withTenant(database.app, tenant, (db) =>
      recordSent(db, id, { providerMessageId: 'SM-early', status: 'queued', errorCode: null }),
    );
    expect(await statusOf(id)).toBe('delivered');
    expect((await database.admin.query('select from parked_statuses')).rowCount).toBe(0);
  });
});

function permutationsOf<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutationsOf([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}
