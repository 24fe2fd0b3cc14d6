import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { frozenClock } from '@servicepro/service-kit/clock';
import type { TenantContext } from '@servicepro/tenant-context';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { receptionistJobs } from './receptionist.jobs.ts';

let database: TestDatabase;
let tenant: TenantContext;
beforeAll(async () => {
  database = await createTestDatabase();
  tenant = await database.createTenant();
});
afterAll(() => database.drop());

it('a turn that cannot be taken, however often it is tried, waits for a person; twice is the same as once', async () => {
  const now = Temporal.Now.instant();
  const told: string[] = [];
  const [takeTurn] = receptionistJobs({
    database: database.app,
    clock: frozenClock(now),
    stopwatch: () => 0,
    wakeRelay: () => {},
    killPoint: () => {},
    changed: (_, touched) => told.push(touched.conversationId),
  });
  const { rows } = await database.admin.query(
    `with p as (insert into contact_points (tenant_id, kind, value) values ($1, 'phone', '+15125550170') returning id)
     insert into conversations (tenant_id, contact_point_id, tenant_number, account_id) select $1, id, '+15125550100', 'AC1' from p returning id`,
    [tenant.tenantId],
  );
  const conversationId: string = rows[0].id;
  const run = {
    context: tenant,
    outboxId: conversationId,
    attempt: 5,
    signal: AbortSignal.timeout(5_000),
    markProcessed: async () => true,
  };
  await takeTurn?.onDead?.(run, { conversationId, messageId: conversationId });
  await takeTurn?.onDead?.(run, { conversationId, messageId: conversationId });
  const thread = await database.admin.query(
    'select waiting_reason from conversations where waiting_since is not null',
  );
  expect(thread.rows).toEqual([{ waiting_reason: 'The assistant could not answer.' }]);
  expect(
    (await database.admin.query("select from audit_log where action = 'conversations.wait-for-person'"))
      .rowCount,
  ).toBe(1);
  expect(told).toContain(conversationId);
});
