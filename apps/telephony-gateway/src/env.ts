import { envFields, parseEnv } from '@servicepro/service-kit/env';
import { z } from 'zod';

export const GatewayEnv = z.object({
  HOST: envFields.host,
  PORT: envFields.port(3002),
  LOG_LEVEL: envFields.logLevel,
  DATABASE_URL: envFields.databaseUrl,
  DIRECT_DATABASE_URL: envFields.directDatabaseUrl,
  REDIS_URL: envFields.redisUrl,
  CREDENTIAL_KEY: envFields.credentialKey,
  TWILIO_WEBHOOK_ORIGIN: envFields.httpUrl.describe(
    'Public base of the webhooks as the carrier calls them: signatures are checked over it',
  ),
  TWILIO_ACCOUNT_SID: z
    .string()
    .max(64)
    .describe("The platform's own account: signs what comes to numbers that no tenant owns"),
  TWILIO_AUTH_TOKEN: z.string().max(128).describe("Token of the platform's own account"),
  JOIN_PAUSE_SECONDS: z.coerce
    .number()
    .min(0)
    .max(10)
    .default(2)
    .describe('How long a text waits for another one that belongs to it'),
  TRUSTED_PROXIES: envFields.trustedProxies,
  KILL_AT: envFields.killAt,
});
export type GatewayEnv = z.infer<typeof GatewayEnv>;

export function readEnv(): GatewayEnv {
  return parseEnv(GatewayEnv, process.env);
}
