import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DemoDescription } from '../product/demo.ts';
import type { StateFolder } from './state-folder.ts';

const RunningProduct = z.object({
  launcherPid: z.number().int(),
  edgePort: z.number().int(),
  startedAt: z.string(),
  ready: z.boolean(),
  databaseUrl: z.string(),
  redisUrl: z.string().optional(),
  demo: DemoDescription,
  /** Process ids by name, each the head of a process group of its own. */
  pids: z.record(z.string(), z.number().int()),
});
export type RunningProduct = z.infer<typeof RunningProduct>;

/** Writes what is running, whole or not at all. */
export function writeRunningFile(state: StateFolder, running: RunningProduct): void {
  const file = runningFile(state);
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(running, null, 2), { mode: 0o600 });
  renameSync(`${file}.${process.pid}`, file);
}

export function removeRunningFile(state: StateFolder): void {
  rmSync(runningFile(state), { force: true });
}

/** What the last start left behind, whether or not it still runs. */
export function readRunningFile(state: StateFolder): RunningProduct | undefined {
  if (!existsSync(runningFile(state))) return undefined;
  try {
    return RunningProduct.parse(JSON.parse(readFileSync(runningFile(state), 'utf8')));
  } catch {
    return undefined;
  }
}

/** The running product of this state folder, or nothing when its launcher is gone. */
export function findRunningProduct(state: StateFolder): RunningProduct | undefined {
  const running = readRunningFile(state);
  return running && commandOf(running.launcherPid).includes('launcher') ? running : undefined;
}

/** A process's command line; empty when it is gone. Guards against a process id that was given to another program. */
export function commandOf(pid: number): string {
  if (existsSync('/proc/self/cmdline')) {
    const file = `/proc/${pid}/cmdline`;
    return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\0', ' ').trim() : '';
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

function runningFile(state: StateFolder): string {
  return join(state.path, 'running.json');
}
