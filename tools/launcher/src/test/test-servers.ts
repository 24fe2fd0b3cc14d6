import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endGroup } from '../children/process-group.ts';
import { findFreePort } from '../ports.ts';
import { prepareDataFolder } from '../postgres/data-folder.ts';
import { clearLeftoverServer } from '../postgres/postmaster-file.ts';
import { startPostgres } from '../postgres/server.ts';
import { prepareServerPlace } from '../postgres/server-place.ts';
import { commandOf } from '../state/running-file.ts';
import type { StateFolder } from '../state/state-folder.ts';
import { findProgram } from './programs.ts';

const password = 'test';

export interface TestServerOptions {
  state: StateFolder;
  path: string;
  /** Variables that are set already win: a developer may bring servers of their own. */
  given: { databaseUrl: string | undefined; redisUrl: string | undefined };
  /** False where the numbers must be those of a real disk (benchmarks). */
  isDurable: boolean;
}

/** Starts what tests run on, and resolves to the variables that tell the tests about it. */
export async function startTestServers(
  options: TestServerOptions,
  running: AsyncDisposableStack,
): Promise<Record<string, string>> {
  const { given, path } = options;
  const databaseUrl = given.databaseUrl ?? (await startTestPostgres(options, running));
  const redisUrl = given.redisUrl ?? (await startTestRedis(options, running));
  const pgbouncer = findProgram('pgbouncer', path);
  const chromium = findProgram('chromium', path);
  return {
    TEST_DATABASE_URL: databaseUrl,
    ...(redisUrl ? { TEST_REDIS_URL: redisUrl } : {}),
    ...(pgbouncer ? { TEST_PGBOUNCER: pgbouncer } : {}),
    ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
  };
}

async function startTestPostgres(options: TestServerOptions, running: AsyncDisposableStack): Promise<string> {
  const { state, isDurable } = options;
  const name = `test-postgres-${process.pid}`;
  const place = prepareServerPlace(state, name);
  await removeEarlier(join(place.dataFolder, '..'), name);
  running.defer(() => rmSync(place.dataFolder, { recursive: true, force: true }));
  prepareDataFolder({ place, database: 'servicepro_test', adminPassword: password });
  const port = await findFreePort(54_400);
  const logFile = join(state.logs, 'test-postgres.log');
  const server = await startPostgres({ place, port, logFile, isDurable });
  running.defer(server.stop);
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** Ends and removes the servers of test runs that were killed. */
async function removeEarlier(parent: string, current: string): Promise<void> {
  for (const name of readdirSync(parent)) {
    const pid = Number(/^test-postgres-(\d+)$/.exec(name)?.[1] ?? 0);
    if (pid === 0 || name === current || commandOf(pid).includes('launcher')) continue;
    await clearLeftoverServer(join(parent, name));
    rmSync(join(parent, name), { recursive: true, force: true });
  }
}

async function startTestRedis(
  { state, path }: TestServerOptions,
  running: AsyncDisposableStack,
): Promise<string | undefined> {
  const program = findProgram('redis-server', path);
  if (!program) return undefined;
  const port = await findFreePort(56_400);
  const folder = join(state.path, 'test-redis');
  mkdirSync(folder, { recursive: true });
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const child = spawn(program, [...args, '--maxmemory-policy', 'noeviction'], {
    stdio: 'ignore',
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) return undefined;
  running.defer(() => endGroup(pid, 5));
  return `redis://127.0.0.1:${port}`;
}
