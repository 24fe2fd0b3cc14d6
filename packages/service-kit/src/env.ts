import { z } from 'zod';

/** Raised when the environment is not usable; its message is a list of sentences, one for each variable. */
export class EnvError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'EnvError';
    this.problems = problems;
  }
}

/**
 * Reads an environment by a schema, once, at start. An empty variable counts as absent. Throws one EnvError that names
 * every variable that is wrong, without repeating any value: values may be secrets.
 */
export function parseEnv<Schema extends z.ZodObject>(
  schema: Schema,
  source: Readonly<Record<string, string | undefined>>,
): z.output<Schema> {
  const present = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  throw new EnvError(
    result.error.issues.map((issue) => {
      const name = issue.path.join('.') || 'The environment';
      const isMissing = issue.code === 'invalid_type' && present[name] === undefined;
      return isMissing ? `${name} is missing.` : `${name} is wrong: ${issue.message}.`;
    }),
  );
}

/** Rows of the README's configuration table: name, whether it must be set, default, meaning (the field's `.describe`). */
export function describeEnv(
  schema: z.ZodObject,
): { name: string; required: boolean; default: string; meaning: string }[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const isOptional = z.safeParse(field, undefined).success;
    const fallback = isOptional ? z.safeParse(field, undefined).data : undefined;
    return {
      name,
      required: !isOptional,
      default: fallback === undefined || fallback === null ? '' : String(fallback),
      meaning: meaningOf(field),
    };
  });
}

/** A field that was made optional keeps its description inside. */
function meaningOf(field: z.core.$ZodType): string {
  const own = z.globalRegistry.get(field)?.description;
  return own ?? (field instanceof z.ZodOptional ? meaningOf(field.unwrap()) : '');
}

/** The same as a Markdown table, for the README. */
export function envTable(schema: z.ZodObject): string {
  const rows = describeEnv(schema).map(
    (row) =>
      `| \`${row.name}\` | ${row.required ? 'yes' : 'no'} | ${row.default ? `\`${row.default}\`` : ''} | ${row.meaning} |`,
  );
  return ['| variable | required | default | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'it must be a postgres:// URL' }).max(2_000);
const httpUrl = z.url({ protocol: /^https?$/, error: 'it must be an http(s):// URL' }).max(2_000);
const instant = z
  .string()
  .max(40)
  .transform((text, context) => {
    try {
      return Temporal.Instant.from(text);
    } catch {
      context.addIssue({
        code: 'custom',
        message: 'it must be an ISO 8601 instant such as 2026-05-12T14:00:00Z',
      });
      return z.NEVER;
    }
  });

/** A whole number within bounds, from text. */
export function integerField(
  least: number,
  most: number,
  fallback: number,
): z.ZodDefault<z.ZodCoercedNumber<string>> {
  return z.coerce
    .number<string>({ error: 'it must be a whole number' })
    .int({ error: 'it must be a whole number' })
    .min(least, { error: `it must be at least ${least}` })
    .max(most, { error: `it must be at most ${most}` })
    .default(fallback);
}

/** The variables that several backends read, defined once: pick from these in an app's env.ts. */
export const envFields = {
  host: z.string().max(255).default('127.0.0.1').describe('Address to listen on'),
  port: (fallback: number) => integerField(0, 65_535, fallback).describe('Port to listen on'),
  logLevel: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least severe level that is logged'),
  databaseUrl: postgresUrl.describe('Postgres as servicepro_app; may go through PgBouncer'),
  directDatabaseUrl: postgresUrl.describe('Postgres as servicepro_app without a pooler between: LISTEN'),
  relayDatabaseUrl: postgresUrl.describe(
    'Postgres as servicepro_relay, direct: outbox and processed messages',
  ),
  platformDatabaseUrl: postgresUrl.describe('Postgres as servicepro_platform: tenants and addresses'),
  authDatabaseUrl: postgresUrl.describe('Postgres as servicepro_auth: sign-in of staff'),
  queueDatabaseUrl: postgresUrl.describe(
    'Postgres as servicepro_queue, direct: the queue where REDIS_URL is absent',
  ),
  redisUrl: z
    .url({ protocol: /^rediss?$/, error: 'it must be a redis:// URL' })
    .max(2_000)
    .optional()
    .describe('Redis for the queue and live updates; absent = Postgres does both'),
  credentialKey: z
    .base64({ error: 'it must be 32 bytes in base64' })
    .length(44, { error: 'it must be 32 bytes in base64' })
    .describe("Key that encrypts tenants' vendor tokens (AES-256-GCM)"),
  clockAt: instant.optional().describe('Freezes "now" at an instant, for screenshots of the demo'),
  trustedProxies: z
    .string()
    .max(1_000)
    .default('127.0.0.1,::1')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .describe('Addresses or CIDR ranges whose x-forwarded-* headers are believed, comma-separated'),
  httpUrl,
  killAt: z
    .string()
    .regex(/^K\d{1,2}(:\d)?$/, { error: 'it must be K1 to K14, and which time, as K7:2' })
    .optional()
    .describe('Chaos tests only: the process kills itself at this point'),
};
