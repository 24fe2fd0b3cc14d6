import { z } from 'zod';
import { LauncherFailure } from './failure.ts';
import type { RolePasswords } from './state/secrets.ts';

const url = (...protocols: string[]) =>
  z.url().refine((value) => protocols.some((protocol) => value.startsWith(`${protocol}://`)), {
    error: `must start with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
  });

/** It stands in a URL as it is. */
const rolePassword = (role: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,100}$/, { error: 'must be 8 to 100 letters, digits, - or _' })
    .optional()
    .describe(`Password of servicepro_${role}; absent = made once, and left as it is by \`migrate\``);

/** What the launcher reads; the descriptions stand in the README's table. */
export const LauncherEnvironment = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(1024)
    .max(65_000)
    .default(3000)
    .describe("The edge's port; the seven after it belong to the other processes"),
  HOST: z
    .string()
    .min(1)
    .max(100)
    .default('127.0.0.1')
    .describe("The edge's address; the other processes listen on 127.0.0.1 only"),
  DATABASE_URL: url('postgres', 'postgresql')
    .optional()
    .describe('An administrator of a PostgreSQL of your own; absent = an embedded one'),
  REDIS_URL: url('redis', 'rediss').optional().describe('A Redis for the queue; absent = PostgreSQL'),
  SERVICEPRO_STATE_DIR: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('Where data, logs and secrets are kept; absent = `.data` in the checkout'),
  APP_ROLE_PASSWORD: rolePassword('app'),
  RELAY_ROLE_PASSWORD: rolePassword('relay'),
  PLATFORM_ROLE_PASSWORD: rolePassword('platform'),
  AUTH_ROLE_PASSWORD: rolePassword('auth'),
  QUEUE_ROLE_PASSWORD: rolePassword('queue'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal'])
    .default('info')
    .describe('Least severe level that is logged'),
  CLOCK_AT: z.iso
    .datetime({ offset: true })
    .optional()
    .describe("Freezes the demo's clock at an instant, for screenshots"),
  JOIN_PAUSE_SECONDS: z.coerce
    .number()
    .min(0)
    .max(10)
    .optional()
    .describe('How long a text waits for another one that belongs to it; absent = 2'),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/)
    .optional()
    .describe('With its token: texts go to Twilio; absent = to the stand-in'),
  TWILIO_AUTH_TOKEN: z.string().min(8).max(200).optional().describe('Goes with TWILIO_ACCOUNT_SID'),
  TWILIO_WEBHOOK_ORIGIN: url('http', 'https')
    .optional()
    .describe("Public base of the webhooks as the carrier calls them; absent = the dashboard's address"),
  TEST_DATABASE_URL: url('postgres', 'postgresql')
    .optional()
    .describe('An administrator for tests; absent = an embedded PostgreSQL of their own'),
  TEST_REDIS_URL: url('redis', 'rediss')
    .optional()
    .describe('A Redis for tests; absent = one of their own where redis-server is installed'),
  CI: z
    .string()
    .optional()
    .describe('Set: what tests need is installed where that can be done, and must be there'),
  PATH: z.string().default('').describe('Where programs are looked for'),
});

export type LauncherEnvironment = z.infer<typeof LauncherEnvironment>;

/** Reads the launcher's own settings; an empty variable counts as absent. Throws a sentence that names the variable. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): LauncherEnvironment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = LauncherEnvironment.safeParse(given);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new LauncherFailure('usage', `${issue?.path.join('.')}: ${issue?.message}.`);
  }
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } = result.data;
  if (Boolean(TWILIO_ACCOUNT_SID) !== Boolean(TWILIO_AUTH_TOKEN)) {
    throw new LauncherFailure(
      'usage',
      'TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN belong together: set both or neither.',
    );
  }
  return result.data;
}

/** The roles' passwords that were given, by role. */
export function givenRolePasswords(environment: LauncherEnvironment): Partial<RolePasswords> {
  const given = {
    servicepro_app: environment.APP_ROLE_PASSWORD,
    servicepro_relay: environment.RELAY_ROLE_PASSWORD,
    servicepro_platform: environment.PLATFORM_ROLE_PASSWORD,
    servicepro_auth: environment.AUTH_ROLE_PASSWORD,
    servicepro_queue: environment.QUEUE_ROLE_PASSWORD,
  };
  return Object.fromEntries(Object.entries(given).filter(([, password]) => password !== undefined));
}

/** What every child gets from ours: the way to find programs and caches, and nothing that could be a secret of ours. */
export function inheritedEnvironment(source: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const names = [
    'PATH',
    'HOME',
    'TMPDIR',
    'TZ',
    'LANG',
    'TERM',
    'NO_COLOR',
    'FORCE_COLOR',
    'USER',
    'NODE_EXTRA_CA_CERTS',
  ];
  const quiet = { NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
  const kept = names.flatMap((name) => {
    const value = source[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), ...quiet };
}

/** Our whole environment, for tools (compilers, test runners) that a developer may steer by variables of their own. */
export function toolEnvironment(source: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const entries = Object.entries(source).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
