import { createAddressDb, createAppDatabase, createPool } from '@servicepro/db';
import { createRelayWaker } from '@servicepro/db/outbox';
import { createTextStore } from '@servicepro/domain/conversations';
import { decodeCredentialKey } from '@servicepro/providers/credentials';
import { createKillPoints } from '@servicepro/service-kit/jobs';
import { createLive } from '@servicepro/service-kit/live';
import { createLogger } from '@servicepro/service-kit/logger';
import { createMetrics } from '@servicepro/service-kit/metrics';
import { createReadiness, shutdownOnSignal } from '@servicepro/service-kit/shutdown';
import type { TenantId } from '@servicepro/tenant-context';
import { buildApp } from './app.ts';
import { readEnv } from './env.ts';
import { createInboundRouter } from './route-inbound.ts';

const env = readEnv();
const logger = createLogger({ name: 'telephony-gateway', level: env.LOG_LEVEL });
const readiness = createReadiness();
const pool = createPool(env.DATABASE_URL, { max: 20, applicationName: 'telephony-gateway' });
const direct = createPool(env.DIRECT_DATABASE_URL, { max: 2, applicationName: 'telephony-gateway-direct' });
const database = createAppDatabase(pool);
const live = createLive({ redisUrl: env.REDIS_URL, pool: direct, logger });
const waker = createRelayWaker(direct);
const pauseMs = env.JOIN_PAUSE_SECONDS * 1_000;

const app = await buildApp({
  http: {
    logger,
    metrics: createMetrics({ app: 'telephony-gateway' }),
    readiness,
    trustedProxies: env.TRUSTED_PROXIES,
    checks: { postgres: () => pool.query('select 1') },
  },
  database,
  router: createInboundRouter({
    database,
    addresses: createAddressDb(pool),
    credentialKey: decodeCredentialKey(env.CREDENTIAL_KEY),
    platformAccount: { accountId: env.TWILIO_ACCOUNT_SID, authToken: env.TWILIO_AUTH_TOKEN },
    now: () => performance.now(),
  }),
  webhookOrigin: new URL(env.TWILIO_WEBHOOK_ORIGIN).origin,
  texts: createTextStore(database, { pauseMs, longestPauseMs: pauseMs * 3 }),
  wakeRelay: () => waker.wake(),
  changed: (tenantId: TenantId, conversationId: string) =>
    live.publish(tenantId, { topic: 'conversations', ids: [conversationId] }),
  killPoint: createKillPoints(env.KILL_AT),
});

shutdownOnSignal({
  readiness,
  logger,
  steps: [
    { name: 'http', close: () => app.close() },
    { name: 'live', close: () => live.close() },
    { name: 'pools', close: () => Promise.all([pool.end(), direct.end()]) },
  ],
});
await app.listen({ host: env.HOST, port: env.PORT });
readiness.ready();
