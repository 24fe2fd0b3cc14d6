import { randomBytes, randomUUID } from 'node:crypto';
import { BookingMade, SendMessage } from '@servicepro/contracts/messages';
import { createPool, type Pool, withTenant } from '@servicepro/db';
import { enqueue } from '@servicepro/db/outbox';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { storeInboundText } from '@servicepro/domain/conversations';
import { sealCredential } from '@servicepro/providers/credentials';
import type { SendTextInput, SmsProvider } from '@servicepro/providers/sms';
import { frozenClock } from '@servicepro/service-kit/clock';
import { noKillPoints, openPostgresQueue } from '@servicepro/service-kit/jobs';
import { createLogger } from '@servicepro/service-kit/logger';
import { createMetrics } from '@servicepro/service-kit/metrics';
import { createReadiness } from '@servicepro/service-kit/shutdown';
import type { TenantContext } from '@servicepro/tenant-context';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildApp, type WorkerApp } from './app.ts';
import { allSubscriptions } from './subscriptions.ts';

const credentialKey = randomBytes(32);
const accountId = `AC${'0'.repeat(32)}`;
const sent: SendTextInput[] = [];
const told: string[] = [];
const sms: SmsProvider = {
  async sendText(input) {
    sent.push(input);
    return { providerMessageId: `SM${randomUUID().replaceAll('-', '')}`, status: 'queued', errorCode: null };
  },
  findText: async () => null,
};

let database: TestDatabase;
let pools: Pool[];
let app: WorkerApp;
let tenant: TenantContext;
let close: () => Promise<void>;

beforeAll(async () => {
  database = await createTestDatabase();
  tenant = await database.createTenant({ number: '+15125550100' });
  const relayPool = createPool(database.urls.servicepro_relay, { max: 5 });
  const queuePool = createPool(database.urls.servicepro_queue, { max: 5, instants: 'date' });
  pools = [relayPool, queuePool];
  const logger = createLogger({ name: 'test', level: 'silent' });
  const queue = await openPostgresQueue({ pool: queuePool, logger });
  app = await buildApp({
    http: {
      logger,
      metrics: createMetrics({ app: 'test', withProcess: false }),
      readiness: createReadiness(),
      trustedProxies: [],
    },
    database: database.app,
    relayPool,
    queue,
    subscriptions: (wakeRelay) =>
      allSubscriptions({
        database: database.app,
        sms,
        claimMs: 1_000,
        credentialKey,
        webhookOrigin: 'http://app.localhost:3000',
        site: { siteRendererUrl: 'http://127.0.0.1:9', secret: 'x'.repeat(16) },
        live: {
          publish: (tenantId) => told.push(tenantId),
          subscribe: () => () => {},
          close: async () => {},
        },
        clock: frozenClock(Temporal.Now.instant()),
        killPoint: noKillPoints,
        wakeRelay,
      }),
    killPoint: noKillPoints,
    concurrency: 4,
    tenantConcurrency: 4,
    sweepSeconds: 2,
  });
  app.start();
  close = async () => {
    await app.stop();
    await app.http.close();
    await queue.close();
  };
});

afterAll(async () => {
  await close();
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
});

async function queuedText(): Promise<string> {
  const sealed = sealCredential(
    credentialKey,
    { tenantId: tenant.tenantId, kind: 'twilio-auth-token', version: 1 },
    'token',
  );
  const { rows } = await database.admin.query(
    `with account as (
       insert into phone_accounts (tenant_id, account_id, auth_token_sealed) values ($1, $2, $3)
     ), contact as (
       insert into contact_points (tenant_id, kind, value) values ($1, 'phone', '+15125550123') returning id
     ), thread as (
       insert into conversations (tenant_id, contact_point_id, tenant_number, account_id)
       select $1, id, '+15125550100', $2 from contact returning id
     )
     insert into messages (tenant_id, conversation_id, direction, author, body, from_address, to_address, status)
     select $1, id, 'out', 'ai', 'See you at 3', '+15125550100', '+15125550123', 'queued' from thread returning id`,
    [tenant.tenantId, accountId, sealed],
  );
  return rows[0].id;
}

test('a queued text leaves once, with the account of its tenant, and its screens are told', async () => {
  const messageId = await queuedText();
  const outboxId = await withTenant(database.app, tenant, (db) => enqueue(db, SendMessage, { messageId }));
  await vi.waitFor(async () => {
    const { rows } = await database.admin.query('select done_at from outbox where id = $1', [outboxId]);
    expect(rows[0].done_at).not.toBeNull();
  }, 8_000);
  const { rows } = await database.admin.query('select status from messages where id = $1', [messageId]);
  expect(rows[0].status).toBe('sent');
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    account: { sid: accountId, authToken: 'token' },
    to: '+15125550123',
    statusCallbackUrl: `http://app.localhost:3000/twilio/status?message=${messageId}`,
  });
  expect(told).toContain(tenant.tenantId);
});

test('a text that comes in is answered once', async () => {
  const before = sent.length;
  const text = {
    ...{ accountId, providerMessageId: `SM${randomUUID()}`, serviceId: null },
    ...{ from: '+15125550124', to: '+15125550100', body: 'hi there' },
  };
  const stored = await storeInboundText(database.app, tenant.tenantId, text, {
    pauseMs: 50,
    longestPauseMs: 150,
  });
  expect(stored.outcome).toBe('stored');
  await vi.waitFor(() => expect(sent.length).toBe(before + 1), 8_000);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(sent.slice(before).map((text) => text.to)).toEqual(['+15125550124']);
});

test('a site that cannot be reached is tried again and holds no other message up', async () => {
  const outboxId = await withTenant(database.app, tenant, (db) =>
    enqueue(db, BookingMade, { bookingId: randomUUID() }),
  );
  await vi.waitFor(async () => {
    const { rows } = await database.admin.query('select failures from outbox where id = $1', [outboxId]);
    expect(rows[0].failures).toBeGreaterThan(0);
  }, 8_000);
});

test('it serves health and figures and nothing else', async () => {
  expect((await app.http.inject('/health/live')).statusCode).toBe(200);
  expect((await app.http.inject('/metrics')).body).toContain('messages_run_total');
  expect(app.http.routeList.map((route) => route.url).toSorted()).toEqual([
    '/health/live',
    '/health/ready',
    '/metrics',
  ]);
});
