import { statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface ServerUser {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root; as root it runs as `nobody`, elsewhere as who we are. */
export function chooseServerUser(ownUid: number | undefined = process.getuid?.()): ServerUser | undefined {
  return ownUid === 0 ? { uid: 65534, gid: 65534 } : undefined;
}

/** Whether a user may pass through every folder above a path: a clone under a 0700 folder is closed to `nobody`. */
export function canReach(user: ServerUser, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!mayEnter(user, folder)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayEnter(user: ServerUser, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
