import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LauncherFailure } from '../failure.ts';
import { clearLeftoverServer, readPostmasterFile } from './postmaster-file.ts';
import type { ServerPlace } from './server-place.ts';

export interface ServerOptions {
  place: ServerPlace;
  port: number;
  logFile: string;
  /** False for test data that may be lost with the machine: about twice as fast. */
  isDurable: boolean;
}

export interface PostgresServer {
  pid: number;
  /** Ends sessions and writes everything out ("fast" shutdown); idempotent. */
  stop: () => Promise<void>;
  /** Resolves when the server ends, for whatever reason. */
  ended: Promise<void>;
}

const startTimeoutSeconds = 60;

/** Starts PostgreSQL on a prepared data folder and waits until it answers. */
export async function startPostgres(options: ServerOptions): Promise<PostgresServer> {
  const { place, port, logFile } = options;
  await clearLeftoverServer(place.dataFolder);
  const log = openSync(logFile, 'a');
  const child = spawn(
    join(place.binaries, 'bin', 'postgres'),
    ['-D', place.dataFolder, ...settings(options)],
    {
      ...place.user,
      cwd: place.dataFolder,
      env: { LC_ALL: 'C' },
      stdio: ['ignore', log, log],
      detached: true,
    },
  );
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  await waitUntilReady(child, place.dataFolder, logFile, port);
  return { pid: child.pid ?? 0, ended, stop: () => stop(child, ended) };
}

function settings({ port, isDurable }: ServerOptions): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Expected refusals (a slot that is taken) are answers, not news; they would fill the log.
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    ...(isDurable ? {} : { fsync: 'off', full_page_writes: 'off', max_wal_size: '2GB' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function waitUntilReady(
  child: ChildProcess,
  dataFolder: string,
  logFile: string,
  port: number,
): Promise<void> {
  const deadline = performance.now() + startTimeoutSeconds * 1000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.pid === undefined) break;
    const postmaster = readPostmasterFile(dataFolder);
    if (postmaster?.pid === child.pid && postmaster.isReady) return;
    await sleep(25);
  }
  child.kill('SIGINT');
  const last = readFileSync(logFile, 'utf8').trim().split('\n').slice(-3).join(' / ');
  throw new LauncherFailure('failed', `The embedded PostgreSQL did not start on port ${port}: ${last}`);
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  const inTime = await Promise.race([ended.then(() => true), sleep(10_000, false, { ref: false })]);
  if (!inTime) child.kill('SIGQUIT');
  await ended;
}
