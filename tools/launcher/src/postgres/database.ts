import { join } from 'node:path';
import type { Secrets } from '../state/secrets.ts';
import type { StateFolder } from '../state/state-folder.ts';
import { prepareDataFolder } from './data-folder.ts';
import { startPostgres } from './server.ts';
import { prepareServerPlace } from './server-place.ts';

/** A database that is up, with the URL of its administrator. */
export interface OpenDatabase {
  adminUrl: string;
  /** The embedded server's process; absent with a server of the user's own. */
  pid?: number;
  stop: () => Promise<void>;
  /** Resolves when an embedded server ends; never for a server of the user's own. */
  ended: Promise<void>;
}

export interface DatabaseOptions {
  state: StateFolder;
  secrets: Secrets;
  /** An administrator's URL of the user's own server. */
  url: string | undefined;
  port: number;
}

/** Uses the given server, or starts the embedded one with its data in the state folder. */
export async function openDatabase({ state, secrets, url, port }: DatabaseOptions): Promise<OpenDatabase> {
  if (url) return { adminUrl: url, stop: async () => {}, ended: new Promise(() => {}) };
  const place = prepareServerPlace(state, 'postgres');
  const database = 'servicepro';
  prepareDataFolder({ place, database, adminPassword: secrets.adminPassword });
  const logFile = join(state.logs, 'postgres.log');
  const server = await startPostgres({ place, port, logFile, isDurable: true });
  return {
    adminUrl: `postgres://postgres:${secrets.adminPassword}@127.0.0.1:${port}/${database}`,
    pid: server.pid,
    stop: server.stop,
    ended: server.ended,
  };
}

/** The same database as seen by another role. */
export function asRole(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = password;
  return url.href;
}
