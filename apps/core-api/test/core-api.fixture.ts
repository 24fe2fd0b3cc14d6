import { randomUUID } from 'node:crypto';
import { createAddressDb, createPlatformDb, createPool } from '@servicepro/db';
import { createTestDatabase, type TestDatabase, type TestTenantOptions } from '@servicepro/db/testing';
import { addMembership, createAuth, createSignIn } from '@servicepro/domain/identity';
import { frozenClock } from '@servicepro/service-kit/clock';
import type { HttpApp } from '@servicepro/service-kit/http';
import { createLive } from '@servicepro/service-kit/live';
import { createLogger } from '@servicepro/service-kit/logger';
import { createMetrics } from '@servicepro/service-kit/metrics';
import { createReadiness } from '@servicepro/service-kit/shutdown';
import type { Role, TenantContext } from '@servicepro/tenant-context';
import { buildApp } from '../src/app.ts';

export const appOrigin = 'http://app.localhost:3000';

/** Wednesday, 9 in the morning in Chicago. */
export const testNow = Temporal.Instant.from('2026-05-13T14:00:00Z');

export interface Answer {
  status: number;
  body: string;
  headers: Record<string, unknown>;
}

export interface Person {
  email: string;
  userId: string;
  cookie: string;
}

export interface CoreApiFixture {
  app: HttpApp;
  database: TestDatabase;
  createTenant(options?: TestTenantOptions): Promise<TenantContext & { slug: string }>;
  /** A signed-in member of a tenant, or of none. */
  createPerson(tenant: TenantContext | null, role?: Role): Promise<Person>;
  request(
    method: string,
    url: string,
    options?: { as?: Person; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer>;
  close(): Promise<void>;
}

/** core-api as it is composed in production, on a database of its own and a frozen clock. */
export async function createCoreApiFixture(): Promise<CoreApiFixture> {
  const database = await createTestDatabase();
  const pools = [
    createPool(database.urls.servicepro_app, { max: 4 }),
    createPool(database.urls.servicepro_auth, { max: 2, instants: 'date' }),
    createPool(database.urls.servicepro_platform, { max: 2 }),
  ] as const;
  const [direct, authPool, platformPool] = pools;
  const logger = createLogger({ name: 'core-api-test', level: 'silent' });
  const readiness = createReadiness();
  const auth = createAuth({
    pool: authPool,
    secret: randomUUID() + randomUUID(),
    appOrigin,
    isSecure: false,
  });
  const live = createLive({ redisUrl: undefined, pool: direct, logger });
  const app = await buildApp({
    http: {
      logger,
      readiness,
      metrics: createMetrics({ app: 'core-api-test', withProcess: false }),
      trustedProxies: ['127.0.0.1'],
      rateLimit: { max: 1_000_000 },
    },
    database: database.app,
    addresses: createAddressDb(direct),
    auth,
    appOrigin,
    clock: frozenClock(testNow),
    live,
    wakeRelay: () => {},
  });
  await app.ready();
  readiness.ready();
  const platform = createPlatformDb(platformPool);

  const request: CoreApiFixture['request'] = async (method, url, options = {}) => {
    const response = await app.inject({
      method: method as 'GET',
      url,
      headers: {
        origin: appOrigin,
        ...(options.as ? { cookie: options.as.cookie } : {}),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { payload: JSON.stringify(options.body) }),
    });
    return { status: response.statusCode, body: response.body, headers: response.headers };
  };

  return {
    app,
    database,
    request,
    createTenant: (options) => database.createTenant(options),
    async createPerson(tenant, role = 'owner') {
      const email = `${randomUUID()}@example.test`;
      const userId = await createSignIn(auth, { name: 'A Person', email, password: 'correct horse battery' });
      if (tenant)
        await addMembership({ database: database.app, platform }, tenant, {
          userId,
          role,
          displayName: 'A Person',
        });
      const signIn = await request('POST', '/api/auth/sign-in/email', {
        body: { email, password: 'correct horse battery' },
        headers: { 'x-forwarded-for': `10.0.0.${Math.floor(Math.random() * 250)}` },
      });
      const cookies = [signIn.headers['set-cookie']].flat().map(String);
      return { userId, email, cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') };
    },
    async close() {
      await app.close();
      await live.close();
      await Promise.all(pools.map((pool) => pool.end()));
      await database.drop();
    },
  };
}
