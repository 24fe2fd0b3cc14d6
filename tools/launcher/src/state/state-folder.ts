import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = dirname(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))));

/** Where one running product keeps what outlives it: data, secrets, logs. Two of them can live in one checkout. */
export interface StateFolder {
  path: string;
  logs: string;
  /** A short name for this folder, stable over restarts, for what must live outside of it. */
  key: string;
}

export function openStateFolder(given: string | undefined, root: string = projectRoot): StateFolder {
  const path = resolve(root, given ?? '.data');
  const logs = join(path, 'logs');
  mkdirSync(logs, { recursive: true });
  const key = createHash('sha256').update(path).digest('hex').slice(0, 12);
  return { path, logs, key };
}
