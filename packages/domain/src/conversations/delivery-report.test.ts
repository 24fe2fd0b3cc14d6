import { callAsTenant, withTenant } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import type { TenantContext } from '@servicepro/tenant-context';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyDeliveryReport } from './apply-delivery-report.ts';
import { addInbound, addQueued, createThread, type TestThread } from './conversations.fixture.ts';
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

  it('that the recipient opted out with the carrier opt them out with us: nothing that waits leaves', async () => {
    const stopped = await createThread(database, tenant);
    const [sent, waiting] = [
      await addQueued(database.app, tenant, stopped),
      await addQueued(database.app, tenant, stopped),
    ];
    const refused = {
      messageId: sent,
      providerMessageId: 'SM-21610',
      vendorStatus: 'failed',
      errorCode: '21610',
    };
    await applyDeliveryReport(database.app, tenant.tenantId, refused);
    await applyDeliveryReport(database.app, tenant.tenantId, refused);
    const claim = await callAsTenant(database.app, tenant, 'tenant_claim_text', {
      message_id: waiting,
      claim_ms: 1_000,
    });
    expect(claim).toEqual({ outcome: 'suppressed', reason: 'opted-out' });
    const { rows } = await database.admin.query(
      'select source, words from consents where contact_point_id = $1',
      [stopped.contactPointId],
    );
    expect(rows).toEqual([{ source: 'carrier', words: '21610' }]);
  });

  it('that come late do not undo a START that came after the text', async () => {
    const back = await createThread(database, tenant);
    const id = await addQueued(database.app, tenant, back);
    await addInbound(database, tenant, back, 'START');
    await database.admin.query(
      "update messages set control = 'start' where conversation_id = $1 and direction = 'in'",
      [back.conversationId],
    );
    await applyDeliveryReport(database.app, tenant.tenantId, {
      messageId: id,
      providerMessageId: 'SM-late-21610',
      vendorStatus: 'failed',
      errorCode: '21610',
    });
    const { rows } = await database.admin.query('select opted_out_at from contact_points where id = $1', [
      back.contactPointId,
    ]);
    expect(rows).toEqual([{ opted_out_at: null }]);
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
