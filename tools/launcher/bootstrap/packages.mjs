import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runProgram } from './run-program.mjs';

/**
 * Installs what the lockfile says, and nothing when that was done before.
 * @param {string} root
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 * @param {NodeJS.ProcessEnv} environment
 * @param {(line: string) => void} say
 */
export async function installPackages(root, toolchain, environment, say = console.error) {
  const stamp = join(root, 'node_modules', '.servicepro-install');
  const wanted = lockfileHash(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing packages (only when the lockfile changed).');
  // The scripts that packages run on installation need a Node; the one that runs us is there already.
  const path = [dirname(process.execPath), dirname(toolchain.pnpm), environment.PATH ?? ''].join(delimiter);
  const args = ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'];
  const env = { ...withoutNodeEnv(environment), CI: 'true', PATH: path };
  const { status, output } = await runProgram(toolchain.pnpm, args, { cwd: root, env });
  if (status !== 0) {
    const reason = output.trim().split('\n').slice(-15).join('\n');
    throw new Error(`${reason}\npnpm could not install the packages of the lockfile.`);
  }
  writeFileSync(stamp, wanted);
}

/** What an installation depends on; a changed script or setting in a package.json needs no new one. */
export function lockfileHash(root) {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** NODE_ENV=production would leave out what builds and checks need. */
function withoutNodeEnv(environment) {
  const { NODE_ENV: _, ...rest } = environment;
  return rest;
}
