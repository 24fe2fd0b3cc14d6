import { expect, test } from 'vitest';
import { z } from 'zod';
import { EnvError, envFields, envTable, parseEnv } from './env.ts';

const schema = z.object({
  PORT: envFields.port(3001),
  DATABASE_URL: envFields.databaseUrl,
  QUEUE_DATABASE_URL: envFields.queueDatabaseUrl.optional(),
  REDIS_URL: envFields.redisUrl,
  CLOCK_AT: envFields.clockAt,
  TRUSTED_PROXIES: envFields.trustedProxies,
});

test('what is set is typed, what is empty counts as absent', () => {
  const env = parseEnv(schema, {
    DATABASE_URL: 'postgres://a@b/c',
    REDIS_URL: '',
    CLOCK_AT: '2026-05-12T14:00:00Z',
  });
  expect(env.PORT).toBe(3001);
  expect(env.REDIS_URL).toBeUndefined();
  expect(env.CLOCK_AT?.epochMilliseconds).toBe(Date.UTC(2026, 4, 12, 14));
  expect(env.TRUSTED_PROXIES).toEqual(['127.0.0.1', '::1']);
});

test('every wrong variable is told at once, in a sentence, without its value', () => {
  const wrong = () => parseEnv(schema, { PORT: '70000', REDIS_URL: 'http://hunter2', CLOCK_AT: 'noon' });
  expect(wrong).toThrow(EnvError);
  expect(wrong).toThrow(/PORT is wrong: it must be at most 65535\./);
  expect(wrong).toThrow(/DATABASE_URL is missing\./);
  expect(wrong).toThrow(/CLOCK_AT is wrong/);
  expect(wrong).not.toThrow(/hunter2/);
});

test('the table for the README has each variable once', () => {
  const table = envTable(schema);
  expect(table).toContain('| `PORT` | no | `3001` | Port to listen on |');
  expect(table).toContain('| `DATABASE_URL` | yes |');
  expect(table).toContain('| `QUEUE_DATABASE_URL` | no |  | Postgres as servicepro_queue');
});
