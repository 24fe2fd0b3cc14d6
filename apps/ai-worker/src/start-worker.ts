import { createAppDatabase, createPool, type Pool } from '@servicepro/db';
import { decodeCredentialKey } from '@servicepro/providers/credentials';
import type { SmsProvider } from '@servicepro/providers/sms';
import { createTwilioSms } from '@servicepro/providers/sms/twilio';
import { clockFrom } from '@servicepro/service-kit/clock';
import {
  createKillPoints,
  type JobQueue,
  openPostgresQueue,
  openRedisQueue,
} from '@servicepro/service-kit/jobs';
import { createLive } from '@servicepro/service-kit/live';
import { createLogger, type Logger } from '@servicepro/service-kit/logger';
import { createMetrics } from '@servicepro/service-kit/metrics';
import { createReadiness, shutdownOnSignal } from '@servicepro/service-kit/shutdown';
import { buildApp } from './app.ts';
import type { WorkerEnv } from './env.ts';
import { allSubscriptions } from './subscriptions.ts';

export interface WorkerOverrides {
  /** Chaos tests put a broken carrier between, to prove that they would see it. */
  wrapSms?: (sms: SmsProvider) => SmsProvider;
}

/** Wires the worker of one environment and starts it: pools, queue, relay, handlers, health. Ends on SIGTERM. */
export async function startWorker(env: WorkerEnv, overrides: WorkerOverrides = {}): Promise<void> {
  const logger = createLogger({ name: 'ai-worker', level: env.LOG_LEVEL });
  const readiness = createReadiness();
  const killPoint = createKillPoints(env.KILL_AT);
  const pool = createPool(env.DATABASE_URL, {
    max: env.WORKER_CONCURRENCY + 2,
    applicationName: 'ai-worker',
  });
  const direct = createPool(env.DIRECT_DATABASE_URL, { max: 2, applicationName: 'ai-worker-direct' });
  const relayPool = createPool(env.RELAY_DATABASE_URL, { max: 8, applicationName: 'ai-worker-relay' });
  const database = createAppDatabase(pool);
  const carrier = createTwilioSms({
    baseUrl: env.TWILIO_API_BASE_URL,
    timeoutSeconds: env.CARRIER_TIMEOUT_SECONDS,
  });
  const sms = overrides.wrapSms?.(carrier) ?? carrier;
  const live = createLive({ redisUrl: env.REDIS_URL, pool: direct, logger });
  const { queue, queuePools } = await openQueue(env, logger);

  const app = await buildApp({
    http: {
      logger,
      metrics: createMetrics({ app: 'ai-worker' }),
      readiness,
      trustedProxies: env.TRUSTED_PROXIES,
      checks: { postgres: () => relayPool.query('select 1') },
    },
    database,
    relayPool,
    queue,
    subscriptions: (wakeRelay) =>
      allSubscriptions({
        database,
        sms,
        credentialKey: decodeCredentialKey(env.CREDENTIAL_KEY),
        claimMs: (env.CARRIER_TIMEOUT_SECONDS + 1) * 1_000,
        webhookOrigin: new URL(env.TWILIO_WEBHOOK_ORIGIN).origin,
        site: { siteRendererUrl: env.SITE_RENDERER_URL, secret: env.REVALIDATE_SECRET },
        live,
        clock: clockFrom(env.CLOCK_AT),
        killPoint,
        wakeRelay,
      }),
    killPoint,
    concurrency: env.WORKER_CONCURRENCY,
    tenantConcurrency: env.TENANT_CONCURRENCY,
    sweepSeconds: env.RESWEEP_SECONDS,
  });

  shutdownOnSignal({
    readiness,
    logger,
    steps: [
      { name: 'messages', close: () => app.stop() },
      { name: 'http', close: () => app.http.close() },
      { name: 'queue', close: () => queue.close() },
      { name: 'live', close: () => live.close() },
      {
        name: 'pools',
        close: () => Promise.all([pool, direct, relayPool, ...queuePools].map((one) => one.end())),
      },
    ],
  });
  await app.http.listen({ host: env.HOST, port: env.PORT });
  app.start();
  readiness.ready();
}

async function openQueue(env: WorkerEnv, logger: Logger): Promise<{ queue: JobQueue; queuePools: Pool[] }> {
  const { REDIS_URL: url, QUEUE_DATABASE_URL: databaseUrl, WORKER_CONCURRENCY: max } = env;
  if (url) return { queue: await openRedisQueue({ url, logger }), queuePools: [] };
  if (!databaseUrl) throw new Error('neither REDIS_URL nor QUEUE_DATABASE_URL');
  const pool = createPool(databaseUrl, { max, applicationName: 'ai-worker-queue', instants: 'date' });
  return { queue: await openPostgresQueue({ pool, logger }), queuePools: [pool] };
}
