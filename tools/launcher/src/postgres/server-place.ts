import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LauncherFailure } from '../failure.ts';
import type { StateFolder } from '../state/state-folder.ts';
import { labelPlace, removeAbandonedPlaces } from './abandoned-places.ts';
import { findPostgresBinaries } from './binaries.ts';
import { canReach, chooseServerUser, type ServerUser } from './server-user.ts';

/** Where a server's programs and data lie, and as whom it runs (undefined: as we do). */
export interface ServerPlace {
  binaries: string;
  dataFolder: string;
  user: ServerUser | undefined;
  /** Under /var/tmp: whoever deletes the state folder to begin anew does not see these data. */
  isOutside: boolean;
}

/** Settles the place: inside the checkout, or under /var/tmp where the server's user cannot enter the checkout. */
export function prepareServerPlace(state: StateFolder, name: string): ServerPlace {
  const binaries = findPostgresBinaries();
  const user = chooseServerUser();
  const dataFolder = join(state.path, name);
  if (!user) return { binaries, dataFolder, user, isOutside: false };
  if (canReach(user, join(binaries, 'bin')) && canReach(user, dataFolder)) {
    return { binaries, dataFolder: ownedFolder(dataFolder, user), user, isOutside: false };
  }
  const outside = join('/var/tmp', `servicepro-${state.key}`);
  claimFolder(outside);
  labelPlace(outside, state.path);
  removeAbandonedPlaces('/var/tmp', 'servicepro-');
  return {
    binaries: copyOnce(binaries, join(outside, 'native')),
    dataFolder: ownedFolder(join(outside, name), user),
    user,
    isOutside: true,
  };
}

/** Whether a server of this name has data already. */
export function hasServerData(state: StateFolder, name: string): boolean {
  return placesOf(state, name).some((path) => existsSync(join(path, 'PG_VERSION')));
}

/** Removes a server's data, for runs that must begin empty. */
export function clearServerPlace(state: StateFolder, name: string): void {
  for (const path of placesOf(state, name)) rmSync(path, { recursive: true, force: true });
}

function placesOf(state: StateFolder, name: string): string[] {
  return [join(state.path, name), join('/var/tmp', `servicepro-${state.key}`, name)];
}

/** /var/tmp belongs to everybody: a folder that somebody else put there is refused. */
function claimFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o755 });
  const found = lstatSync(path);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new LauncherFailure(
      'failed',
      `${path} belongs to somebody else: remove it, or set SERVICEPRO_STATE_DIR.`,
    );
  }
}

function ownedFolder(path: string, user: ServerUser): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (lstatSync(path).uid !== user.uid) chownSync(path, user.uid, user.gid);
  return path;
}

/** Copies beside and renames, so that an interrupted copy is never taken for a whole one. */
function copyOnce(from: string, to: string): string {
  if (existsSync(to)) return to;
  const draft = `${to}.${process.pid}`;
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  renameSync(draft, to);
  return to;
}
