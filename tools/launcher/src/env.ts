import { z } from 'zod';
import { LauncherFailure } from './failure.ts';
import type { RolePasswords } from './state/secrets.ts';

const url = (...protocols: string[]) =>
  z.url().refine((value) => protocols.some((protocol) => value.startsWith(`${protocol}://`)), {
    error: `must start with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
  });

/** It stands in a URL as it is. */
const rolePassword = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,100}$/, { error: 'must be 8 to 100 letters, digits, - or _' })
  .optional();

const LauncherEnvironment = z.object({
  /** The edge's port; the others follow it. */
  PORT: z.coerce.number().int().min(1024).max(65_000).default(3000),
  /** The edge's address. The other processes listen on 127.0.0.1 only. */
  HOST: z.string().min(1).max(100).default('127.0.0.1'),
  /** An administrator's URL; without it an embedded PostgreSQL is used. */
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  /** Without it the queue runs in PostgreSQL. */
  REDIS_URL: url('redis', 'rediss').optional(),
  /** Where data, logs and secrets are kept. Default `.data` in the checkout. */
  SERVICEPRO_STATE_DIR: z.string().min(1).max(500).optional(),
  /** The roles' passwords on a server of the user's own; without them they are made, or left as they are by `migrate`. */
  APP_ROLE_PASSWORD: rolePassword,
  RELAY_ROLE_PASSWORD: rolePassword,
  PLATFORM_ROLE_PASSWORD: rolePassword,
  AUTH_ROLE_PASSWORD: rolePassword,
  QUEUE_ROLE_PASSWORD: rolePassword,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
  /** Freezes the demo's clock at an instant, for screenshots. */
  CLOCK_AT: z.iso.datetime({ offset: true }).optional(),
  JOIN_PAUSE_SECONDS: z.coerce.number().min(0).max(60).optional(),
  /** Both or neither: with them texts go to Twilio, without them to the stand-in. */
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/)
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(8).max(200).optional(),
  TWILIO_WEBHOOK_ORIGIN: url('http', 'https').optional(),
  /** An administrator's URL for tests; without it `npm test` starts an embedded PostgreSQL of its own. */
  TEST_DATABASE_URL: url('postgres', 'postgresql').optional(),
  TEST_REDIS_URL: url('redis', 'rediss').optional(),
  CI: z.string().optional(),
  PATH: z.string().default(''),
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
