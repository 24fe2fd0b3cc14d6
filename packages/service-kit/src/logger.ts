import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';

export type { Logger } from 'pino';

export interface LoggerOptions {
  /** The app's name, on every line. */
  name: string;
  level: string;
  /** Where lines go; standard output when absent. */
  destination?: DestinationStream;
}

/** JSON lines. Headers that carry secrets, people's phone numbers and addresses, and bodies never reach them. */
export function createLogger(options: LoggerOptions): Logger {
  const settings = {
    name: options.name,
    level: options.level,
    redact: { paths: redactedPaths, censor: '[redacted]' },
    formatters: { level: (label: string) => ({ level: label }), log: scrubRecord },
    serializers: { err: (error: Error) => scrubRecord(withoutRows({ ...stdSerializers.err(error) }), 1) },
    hooks: {
      logMethod(this: Logger, input: unknown[], method: (...values: unknown[]) => void) {
        method.apply(
          this,
          input.map((value) => (typeof value === 'string' ? scrubText(value) : value)),
        );
      },
    },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

const secretKeys = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'secret',
  'authToken',
  'apiKey',
];
const personalKeys = ['body', 'text', 'phone', 'from', 'to', 'email', 'address', 'raw'];
const redactedPaths = [...secretKeys, ...personalKeys].flatMap((key) => {
  const step = key.includes('-') ? `["${key}"]` : `.${key}`;
  return [step.replace(/^\./, ''), `*${step}`, `*.*${step}`];
});

const email = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
/** E.164, and North American numbers as people write them; not ids, epochs or amounts. */
const phone = /(?<![\w-])(?:\+\d{8,15}|(?:1[-. ]?)?\(?[2-9]\d{2}\)?[-. ]?[2-9]\d{2}[-. ]?\d{4})(?![\w-])/g;

/** Takes phone numbers and e-mail addresses out of a sentence. */
export function scrubText(text: string): string {
  return text.replaceAll(email, '[e-mail]').replaceAll(phone, '[phone]');
}

const deepest = 4;

/** Postgres quotes whole rows in an error's detail and values in its context: code, table and constraint say enough. */
function withoutRows(error: Record<string, unknown>): Record<string, unknown> {
  const { detail: _detail, where: _where, ...rest } = error;
  return rest;
}

function scrubRecord(record: Record<string, unknown>, depth = 0): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, scrub(value, depth + 1)]));
}

function scrub(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (depth > deepest || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => scrub(item, depth + 1));
  return isPlain(value) ? scrubRecord(value, depth) : value;
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
