import { envFields, parseEnv } from '@servicepro/service-kit/env';
import { z } from 'zod';

export const CoreApiEnv = z.object({
  HOST: envFields.host,
  PORT: envFields.port(3001),
  LOG_LEVEL: envFields.logLevel,
  DATABASE_URL: envFields.databaseUrl,
  DIRECT_DATABASE_URL: envFields.directDatabaseUrl,
  AUTH_DATABASE_URL: envFields.authDatabaseUrl,
  REDIS_URL: envFields.redisUrl,
  AUTH_SECRET: z.string().min(32).max(200).describe('Signs sign-in cookies'),
  APP_ORIGIN: envFields.httpUrl.describe('Where the dashboard lives: the only origin that may sign in'),
  TRUSTED_PROXIES: envFields.trustedProxies,
  CLOCK_AT: envFields.clockAt,
});
export type CoreApiEnv = z.infer<typeof CoreApiEnv>;

export function readEnv(): CoreApiEnv {
  return parseEnv(CoreApiEnv, process.env);
}
