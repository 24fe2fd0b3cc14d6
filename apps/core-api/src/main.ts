import { createAddressDb, createAppDatabase, createPool } from '@servicepro/db';
import { createRelayWaker } from '@servicepro/db/outbox';
import { createAuth } from '@servicepro/domain/identity';
import { clockFrom } from '@servicepro/service-kit/clock';
import { createLive } from '@servicepro/service-kit/live';
import { createLogger } from '@servicepro/service-kit/logger';
import { createMetrics } from '@servicepro/service-kit/metrics';
import { createReadiness, shutdownOnSignal } from '@servicepro/service-kit/shutdown';
import { buildApp } from './app.ts';
import { readEnv } from './env.ts';

const env = readEnv();
const logger = createLogger({ name: 'core-api', level: env.LOG_LEVEL });
const readiness = createReadiness();
const pool = createPool(env.DATABASE_URL, { max: 12, applicationName: 'core-api' });
const direct = createPool(env.DIRECT_DATABASE_URL, { max: 3, applicationName: 'core-api-direct' });
const authPool = createPool(env.AUTH_DATABASE_URL, {
  max: 4,
  applicationName: 'core-api-auth',
  instants: 'date',
});
const live = createLive({ redisUrl: env.REDIS_URL, pool: direct, logger });
const waker = createRelayWaker(direct);

const app = await buildApp({
  http: {
    logger,
    metrics: createMetrics({ app: 'core-api' }),
    readiness,
    trustedProxies: env.TRUSTED_PROXIES,
    checks: { postgres: () => pool.query('select 1') },
  },
  database: createAppDatabase(pool),
  addresses: createAddressDb(pool),
  auth: createAuth({
    pool: authPool,
    secret: env.AUTH_SECRET,
    appOrigin: env.APP_ORIGIN,
    isSecure: env.APP_ORIGIN.startsWith('https:'),
  }),
  appOrigin: env.APP_ORIGIN,
  clock: clockFrom(env.CLOCK_AT),
  live,
  wakeRelay: () => waker.wake(),
});

shutdownOnSignal({
  readiness,
  logger,
  steps: [
    { name: 'http', close: () => app.close() },
    { name: 'live', close: () => live.close() },
    { name: 'pools', close: () => Promise.all([pool.end(), direct.end(), authPool.end()]) },
  ],
});
await app.listen({ host: env.HOST, port: env.PORT });
readiness.ready();
