import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '@servicepro/db/migrate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFreePort } from '../ports.ts';
import { keepSecrets } from '../state/secrets.ts';
import { openStateFolder, type StateFolder } from '../state/state-folder.ts';
import { labelPlace, removeAbandonedPlaces } from './abandoned-places.ts';
import { openDatabase } from './database.ts';
import { openLastingDatabase } from './lasting-database.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { prepareServerPlace } from './server-place.ts';
import { canReach } from './server-user.ts';

let parent: string;
let state: StateFolder;
let port: number;

beforeEach(async () => {
  // Made with mode 0700: as root, the server's user cannot enter, so the data goes to /var/tmp.
  parent = mkdtempSync('/tmp/launcher-postgres-');
  state = openStateFolder(join(parent, 'state'));
  port = await findFreePort(26_000);
});

afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
  rmSync(`/var/tmp/servicepro-${state.key}`, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('starts, keeps its data folder, and starts again over a stale lock file', async () => {
    const options = { state, secrets: keepSecrets(state), url: undefined, port };
    const first = await openDatabase(options);
    expect(await accepts(port)).toBe(true);
    await first.stop();
    await first.stop();
    expect(await accepts(port)).toBe(false);

    const { dataFolder, user } = prepareServerPlace(state, 'postgres');
    // A machine that lost power leaves a lock file; its number may be another program's by now.
    const other = spawn('sleep', ['60'], { ...user, cwd: '/' });
    const lock = `${other.pid}\n${dataFolder}\n0\n${port}\n\n\n\nready\n`;
    writeFileSync(join(dataFolder, 'postmaster.pid'), lock);
    const second = await openDatabase(options);
    expect(readPostmasterFile(dataFolder)).toMatchObject({ pid: second.pid, port, isReady: true });
    await second.stop();
    other.kill();
  });

  it('replaces a server that a killed launcher left running', async () => {
    const options = { state, secrets: keepSecrets(state), url: undefined, port };
    const left = await openDatabase(options);
    const next = await openDatabase(options);
    expect(next.pid).not.toBe(left.pid);
    await left.ended;
    await next.stop();
  });

  it('is started again when it dies while the product runs', async () => {
    const pids: number[] = [];
    const started = { show: () => {}, onStarted: (pid: number) => void pids.push(pid) };
    const database = await openLastingDatabase({
      state,
      secrets: keepSecrets(state),
      url: undefined,
      port,
      ...started,
    });
    process.kill(pids[0] ?? 0, 'SIGKILL');
    await waitFor(() => pids.length === 2);
    expect(await accepts(port)).toBe(true);
    await database.stop();
    expect(await accepts(port)).toBe(false);
  });

  it('leaves nothing in /var/tmp for long when the checkout is deleted', () => {
    const [kept, gone] = ['kept', 'gone'].map((name) => join(parent, `servicepro-${name}`));
    for (const folder of [kept, gone]) mkdirSync(folder ?? '');
    labelPlace(kept ?? '', state.path);
    labelPlace(gone ?? '', join(parent, 'deleted'));
    removeAbandonedPlaces(parent, 'servicepro-');
    expect(readdirSync(parent).sort()).toEqual(['servicepro-kept', 'state']);
  });

  it('begins anew when the state folder was deleted, also where its data lie outside', async () => {
    const first = await openDatabase({ state, secrets: keepSecrets(state), url: undefined, port });
    await first.stop();
    rmSync(state.path, { recursive: true });
    state = openStateFolder(state.path);
    const second = await openDatabase({ state, secrets: keepSecrets(state), url: undefined, port });
    await expect(migrate({ adminUrl: second.adminUrl })).resolves.toBeDefined();
    await second.stop();
  });

  it('is not used where DATABASE_URL names a server', async () => {
    const url = 'postgres://admin@db.example/servicepro';
    const database = await openDatabase({ state, secrets: keepSecrets(state), url, port });
    expect(database.adminUrl).toBe(url);
    expect(database.pid).toBeUndefined();
  });

  it('knows that a closed folder above closes everything below', () => {
    expect(canReach({ uid: 65534, gid: 65534 }, '/usr/bin/env')).toBe(true);
    expect(canReach({ uid: 65534, gid: 65534 }, join(parent, 'state', 'postgres'))).toBe(false);
  });
});

function accepts(onPort: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(onPort, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function waitFor(check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !check(); tries += 1) await sleep(25);
  if (!check()) throw new Error('it did not happen within 10 s');
}
