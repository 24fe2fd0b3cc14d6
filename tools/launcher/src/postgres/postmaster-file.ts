import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf } from '../state/running-file.ts';

export interface Postmaster {
  pid: number;
  port: number;
  isReady: boolean;
}

/** Reads postmaster.pid: line 1 the process, line 4 the port, line 8 the status. Source: PostgreSQL's pidfile.h. */
export function readPostmasterFile(dataFolder: string): Postmaster | undefined {
  const file = join(dataFolder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), isReady: lines[7]?.trim() === 'ready' };
}

/**
 * Ends a server that an earlier launcher left behind, and removes a file whose process is gone or is another program by
 * now: PostgreSQL itself would refuse to start on the mere number.
 */
export async function clearLeftoverServer(dataFolder: string): Promise<void> {
  const found = readPostmasterFile(dataFolder);
  if (!found) return;
  if (commandOf(found.pid).includes(dataFolder)) {
    process.kill(found.pid, 'SIGINT');
    for (let waits = 0; waits < 100 && commandOf(found.pid).includes(dataFolder); waits += 1)
      await sleep(100);
  }
  if (!commandOf(found.pid).includes(dataFolder)) rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
}
