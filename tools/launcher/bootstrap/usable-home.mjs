import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A home folder that npm and pnpm can keep caches in: the user's own, or one inside `.tools/` where HOME is unset,
 * missing or read-only, as in some containers.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} environment
 */
export function usableHome(root, environment) {
  const home = environment.HOME;
  if (home && isWritableFolder(home)) return home;
  const own = join(root, '.tools', 'home');
  mkdirSync(own, { recursive: true });
  return own;
}

function isWritableFolder(path) {
  try {
    accessSync(path, constants.W_OK);
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
