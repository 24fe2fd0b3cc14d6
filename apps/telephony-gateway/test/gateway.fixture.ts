import { createHmac, randomBytes } from 'node:crypto';
import { createAddressDb, createAppDatabase, createPool } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { createTextStore } from '@servicepro/domain/conversations';
import { authTokenKind } from '@servicepro/domain/tenants';
import { sealCredential } from '@servicepro/providers/credentials';
import type { HttpApp } from '@servicepro/service-kit/http';
import { noKillPoints } from '@servicepro/service-kit/jobs';
import { createLogger } from '@servicepro/service-kit/logger';
import { createMetrics } from '@servicepro/service-kit/metrics';
import { createReadiness } from '@servicepro/service-kit/shutdown';
import type { TenantContext } from '@servicepro/tenant-context';
import { buildApp } from '../src/app.ts';
import { createInboundRouter } from '../src/route-inbound.ts';

export const origin = 'https://hooks.example.test';
export const platform = { accountId: `AC${'0'.repeat(32)}`, authToken: 'platform-token' };

export interface TestBusiness extends TenantContext {
  number: string;
  accountId: string;
  authToken: string;
}

export interface GatewayOptions {
  /** Another way to the database than straight: through a proxy that can be cut. */
  viaUrl?: (url: string) => string;
  /** A second process beside this one: the same database and key. */
  share?: Pick<GatewayFixture, 'database' | 'credentialKey'>;
  /** The configured public base of the webhooks. */
  webhookOrigin?: string;
}

export interface GatewayFixture {
  credentialKey: Buffer;
  database: TestDatabase;
  app: HttpApp;
  /** Time for the router's cache, in milliseconds. */
  clock: { now: number };
  wakeUps: number;
  createBusiness(
    number: string,
    options?: { status?: 'active' | 'suspended'; isRoot?: boolean; serviceId?: string },
  ): Promise<TestBusiness>;
  post(
    path: string,
    fields: Record<string, string>,
    token: string,
    change?: PostChange,
  ): Promise<{ status: number; body: string; headers: Record<string, unknown> }>;
  close(): Promise<void>;
}

export interface PostChange {
  signature?: string;
  headers?: Record<string, string>;
}

/** The gateway on a database of its own, with businesses that each have an account, a token and a number. */
export async function createGatewayFixture(options: GatewayOptions = {}): Promise<GatewayFixture> {
  const database = options.share?.database ?? (await createTestDatabase({ maxConnections: 12 }));
  const credentialKey = options.share?.credentialKey ?? randomBytes(32);
  const url = options.viaUrl?.(database.urls.servicepro_app) ?? database.urls.servicepro_app;
  const addressPool = createPool(url, { max: 2 });
  const appPool = createPool(url, { max: 12 });
  const appDatabase = createAppDatabase(appPool);
  const webhookOrigin = options.webhookOrigin ?? origin;
  const addresses = createAddressDb(addressPool);
  const clock = { now: 0 };
  const fixture = { wakeUps: 0 };
  const readiness = createReadiness();
  const app = await buildApp({
    http: {
      logger: createLogger({ name: 'gateway-test', level: 'silent' }),
      metrics: createMetrics({ app: 'gateway-test', withProcess: false }),
      readiness,
      trustedProxies: ['127.0.0.1'],
    },
    database: appDatabase,
    router: createInboundRouter({
      database: appDatabase,
      addresses,
      credentialKey,
      platformAccount: platform,
      now: () => clock.now,
    }),
    webhookOrigin,
    texts: createTextStore(appDatabase, { pauseMs: 2_000, longestPauseMs: 6_000 }),
    wakeRelay: () => {
      fixture.wakeUps += 1;
    },
    changed: () => {},
    killPoint: noKillPoints,
  });
  readiness.ready();
  return Object.assign(fixture, {
    credentialKey,
    database,
    app,
    clock,
    createBusiness: (
      number: string,
      of: { status?: 'active' | 'suspended'; isRoot?: boolean; serviceId?: string } = {},
    ) => createBusiness(database, credentialKey, number, of),
    async post(path: string, fields: Record<string, string>, token: string, change: PostChange = {}) {
      const response = await app.inject({
        method: 'POST',
        url: path,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': change.signature ?? sign(token, webhookOrigin + path, fields),
          ...change.headers,
        },
        payload: new URLSearchParams(fields).toString(),
      });
      return { status: response.statusCode, body: response.body, headers: response.headers };
    },
    async close() {
      await app.close();
      await Promise.all([addressPool.end(), appPool.end()]);
      if (!options.share) await database.drop();
    },
  });
}

/** The carrier's signature, written anew from its documentation. */
export function sign(token: string, url: string, fields: Record<string, string>): string {
  const joined = Object.keys(fields)
    .sort()
    .reduce((text, name) => text + name + fields[name], url);
  return createHmac('sha1', token).update(joined, 'utf8').digest('base64');
}

let sequence = 0;

/** A text's fields as the carrier posts them. */
export function textFields(
  business: Pick<TestBusiness, 'number' | 'accountId'>,
  change: Record<string, string> = {},
): Record<string, string> {
  sequence += 1;
  return {
    MessageSid: `SM${sequence.toString(16).padStart(32, '0')}`,
    AccountSid: business.accountId,
    From: '+15125550123',
    To: business.number,
    Body: 'Can I get a full detail tomorrow at 3pm?',
    NumMedia: '0',
    ...change,
  };
}

async function createBusiness(
  database: TestDatabase,
  key: Buffer,
  number: string,
  options: { status?: 'active' | 'suspended'; isRoot?: boolean; serviceId?: string },
): Promise<TestBusiness> {
  const tenant = await database.createTenant({ number, ...options });
  const accountId = `AC${randomBytes(16).toString('hex')}`;
  const authToken = randomBytes(16).toString('hex');
  const sealed = sealCredential(
    key,
    { tenantId: tenant.tenantId, kind: authTokenKind, version: 1 },
    authToken,
  );
  await database.admin.query(
    'insert into phone_accounts (tenant_id, account_id, auth_token_sealed) values ($1, $2, $3)',
    [tenant.tenantId, accountId, sealed],
  );
  await database.admin.query(
    'insert into tenant_phone_config (tenant_id, number, account_id, messaging_service_id) values ($1, $2, $3, $4)',
    [tenant.tenantId, number, accountId, options.serviceId ?? null],
  );
  if (options.serviceId) {
    await database.admin.query(
      "insert into tenant_addresses (kind, key, tenant_id) values ('messaging_service', $1, $2)",
      [options.serviceId, tenant.tenantId],
    );
  }
  return { ...tenant, number, accountId, authToken };
}
