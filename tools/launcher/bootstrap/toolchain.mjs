import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { platforms } from './platform.mjs';

export const nodeVersion = '26.10.0';
export const pnpmVersion = '12.21.0';

/**
 * @typedef {{ node: string, pnpm: string }} Toolchain paths of the two executables
 */

/**
 * Finds Node and pnpm of the tried versions in `.tools/`, and brings them there by npm when they are missing.
 * A running Node that is new enough is used as it is.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Toolchain}
 */
export function installToolchain(root, environment) {
  const names = platforms[`${process.platform}-${process.arch}`];
  const folder = join(root, '.tools');
  const own = isNewEnough(process.versions.node, typeof Temporal !== 'undefined');
  const toolchain = {
    node: own ? process.execPath : join(folder, 'node_modules', names.node, 'bin', 'node'),
    pnpm: join(folder, 'node_modules', names.pnpm, 'pnpm'),
  };
  const wanted = [
    ...(own ? [] : [{ name: names.node, version: nodeVersion }]),
    { name: names.pnpm, version: pnpmVersion },
  ];
  const missing = wanted.filter(({ name, version }) => installedVersion(folder, name) !== version);
  if (missing.length > 0) installByNpm(folder, wanted, environment);
  return toolchain;
}

/** Native Temporal and type stripping came together; some builds of Node leave Temporal out. */
export function isNewEnough(version, hasTemporal) {
  return Number(version.split('.')[0]) >= 26 && hasTemporal;
}

function installedVersion(folder, name) {
  try {
    return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}

function installByNpm(folder, wanted, environment) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const specs = wanted.map(({ name, version }) => `${name}@${version}`);
  console.error(`Bringing ${specs.join(' and ')} into .tools (once).`);
  const [command, ...first] = npmCommand(environment);
  const flags = [
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--loglevel=error',
  ];
  const result = spawnSync(command, [...first, 'install', '--prefix', folder, ...flags, ...specs], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const absent = wanted.find(({ name, version }) => installedVersion(folder, name) !== version);
  if (result.status !== 0 || absent) {
    const name = absent ? `${absent.name}@${absent.version}` : specs.join(' and ');
    throw new Error(`npm could not install ${name}: is the npm registry reachable from here?`);
  }
}

/** Prefers the npm that started us; falls back to the one beside this Node, then to the PATH. */
function npmCommand(environment) {
  const started = environment.npm_execpath;
  if (started && /npm-cli\.js$/.test(started) && existsSync(started)) return [process.execPath, started];
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  return existsSync(beside) ? [process.execPath, beside] : ['npm'];
}
