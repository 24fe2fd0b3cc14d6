import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StateFolder } from './state-folder.ts';

/** The instant at which the demo's clock stands still, for screenshots; undefined: it runs. ISO 8601, UTC. */
export function readDemoClock(state: StateFolder): string | undefined {
  return existsSync(file(state)) ? readFileSync(file(state), 'utf8').trim() : undefined;
}

/** Freezes the demo's clock from the next start on, or lets it run again. */
export function keepDemoClock(state: StateFolder, at: Temporal.Instant | undefined): void {
  if (at === undefined) rmSync(file(state), { force: true });
  else writeFileSync(file(state), `${at}\n`);
}

function file(state: StateFolder): string {
  return join(state.path, 'demo-clock');
}
