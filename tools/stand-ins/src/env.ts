import { envFields, integerField, parseEnv } from '@servicepro/service-kit/env';
import { z } from 'zod';

export const StandInsEnvironment = z.object({
  HOST: envFields.host,
  PORT: envFields.port(3006),
  LOG_LEVEL: envFields.logLevel,
  STATE_FILE: z
    .string()
    .max(1_000)
    .optional()
    .describe('Where numbers and texts are kept over a restart; absent = nowhere'),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-fA-F]{32}$/)
    .optional()
    .describe("The platform's own account, there from the start"),
  TWILIO_AUTH_TOKEN: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Its token: checks requests, signs webhooks'),
  DELIVERY_STEP_MS: integerField(0, 60_000, 60).describe(
    'Milliseconds between two statuses of an outgoing text',
  ),
  CARRIER_KEEPS_OPT_OUTS: z
    .stringbool()
    .default(false)
    .describe(
      'Whether the carrier answers STOP and START itself and refuses with 21610, as Twilio does by default',
    ),
  CORE_API_URL: envFields.httpUrl
    .optional()
    .describe('Where the simulator reads its trail; absent = no trail'),
  APP_ORIGIN: envFields.httpUrl
    .default('http://app.localhost:3000')
    .describe('The dashboard, for links into its calendar'),
  DEMO_LOGIN_EMAIL: z
    .email()
    .max(200)
    .optional()
    .describe('Whom the simulator signs in as to read the trail'),
  DEMO_LOGIN_PASSWORD: z.string().max(200).optional().describe('The password that goes with it'),
  CLOCK_AT: envFields.clockAt,
});
export type StandInsEnvironment = z.infer<typeof StandInsEnvironment>;

/** The stand-ins' environment, checked; the only reader of process.env. */
export function readEnvironment(
  source: Readonly<Record<string, string | undefined>> = process.env,
): StandInsEnvironment {
  return parseEnv(StandInsEnvironment, source);
}
