import { loadavg } from 'node:os';
import { z } from 'zod';

/** Redis, where the run has one. TEST_DATABASE_URL is read by the test databases. */
export function readBenchEnv(): { redisUrl: string | undefined } {
  return {
    redisUrl: z
      .url()
      .optional()
      .parse(process.env.TEST_REDIS_URL || undefined),
  };
}

/** What a program that we start needs of ours; nothing that would change what it does. */
export function plainEnvironment(): Record<string, string> {
  const quiet = { NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), ...quiet };
}

/** Says on the terminal how a row was measured, with what else the machine is doing. */
export function note(line: string): void {
  process.stderr.write(`${line} (load ${loadavg()[0]?.toFixed(1)})\n`);
}
