import { envFields, integerField, parseEnv } from '@servicepro/service-kit/env';
import { z } from 'zod';

export const WorkerEnv = z
  .object({
    HOST: envFields.host,
    PORT: envFields.port(3003).describe('Port of health and metrics'),
    LOG_LEVEL: envFields.logLevel,
    DATABASE_URL: envFields.databaseUrl,
    DIRECT_DATABASE_URL: envFields.directDatabaseUrl,
    RELAY_DATABASE_URL: envFields.relayDatabaseUrl,
    QUEUE_DATABASE_URL: envFields.queueDatabaseUrl.optional(),
    REDIS_URL: envFields.redisUrl,
    CREDENTIAL_KEY: envFields.credentialKey,
    TWILIO_API_BASE_URL: envFields.httpUrl
      .optional()
      .describe('Where a stand-in plays the carrier; absent = the carrier itself'),
    TWILIO_WEBHOOK_ORIGIN: envFields.httpUrl.describe(
      'Public base of the webhooks: delivery reports go there',
    ),
    SITE_RENDERER_URL: envFields.httpUrl.describe(
      "Where site-renderer listens: a tenant's changed pages are built anew",
    ),
    REVALIDATE_SECRET: z
      .string()
      .min(16)
      .max(200)
      .describe('Shared with site-renderer: who may make pages stale'),
    WORKER_CONCURRENCY: integerField(1, 200, 16).describe('Messages handled at once by this process'),
    TENANT_CONCURRENCY: integerField(1, 200, 8).describe('Messages of one tenant in flight at once'),
    RESWEEP_SECONDS: integerField(1, 600, 5).describe(
      'A message that no worker has finished or kept is handed out again after this',
    ),
    CARRIER_TIMEOUT_SECONDS: integerField(1, 30, 5).describe(
      'A call to the carrier without an answer for so long has an unknown outcome',
    ),
    TRUSTED_PROXIES: envFields.trustedProxies,
    CLOCK_AT: envFields.clockAt,
    KILL_AT: envFields.killAt,
  })
  .refine((env) => env.REDIS_URL !== undefined || env.QUEUE_DATABASE_URL !== undefined, {
    path: ['QUEUE_DATABASE_URL'],
    error: 'without REDIS_URL the queue needs it',
  });
export type WorkerEnv = z.infer<typeof WorkerEnv>;

export function readEnv(): WorkerEnv {
  return parseEnv(WorkerEnv, process.env);
}
