import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf } from '../state/running-file.ts';
import { readPostmasterFile } from './postmaster-file.ts';

const label = 'state-folder';

/** Writes into a folder outside the checkout which state folder it belongs to. */
export function labelPlace(folder: string, stateFolder: string): void {
  writeFileSync(join(folder, label), `${stateFolder}\n`);
}

/** Removes our folders whose checkout was deleted and whose servers are gone; nobody else knows of them. */
export function removeAbandonedPlaces(parent: string, prefix: string): void {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(parent, name);
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
  }
}

function isAbandoned(folder: string): boolean {
  const found = lstatSync(folder);
  const file = join(folder, label);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || !existsSync(file)) return false;
  if (existsSync(readFileSync(file, 'utf8').trim())) return false;
  return !readdirSync(folder).some((entry) => {
    const server = readPostmasterFile(join(folder, entry));
    return server !== undefined && commandOf(server.pid).includes(folder);
  });
}
