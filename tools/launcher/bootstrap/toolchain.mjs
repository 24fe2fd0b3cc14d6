import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { platforms } from './platform.mjs';
import { runProgram } from './run-program.mjs';

const nodeVersion = '26.10.0';
const pnpmVersion = '12.21.0';

/** @typedef {{ node: string, pnpm: string }} Toolchain paths of the two executables */
/** @typedef {{ name: string, version: string }} Tool an npm package that holds an executable */

/**
 * Where Node and pnpm of the tried versions are, and which npm packages bring them. A running Node that is new enough
 * is used as it is.
 * @param {string} root
 * @returns {{ toolchain: Toolchain, pnpm: Tool, node: Tool | undefined }}
 */
export function planToolchain(root) {
  const names = platforms[`${process.platform}-${process.arch}`];
  const modules = join(root, '.tools', 'node_modules');
  const own = isNewEnough(process.versions.node, typeof Temporal !== 'undefined');
  return {
    toolchain: {
      node: own ? process.execPath : join(modules, names.node, 'bin', 'node'),
      pnpm: join(modules, names.pnpm, 'pnpm'),
    },
    pnpm: { name: names.pnpm, version: pnpmVersion },
    node: own ? undefined : { name: names.node, version: nodeVersion },
  };
}

/** Native Temporal and type stripping came together; some builds of Node leave Temporal out. */
export function isNewEnough(version, hasTemporal) {
  return Number(version.split('.')[0]) >= 26 && hasTemporal;
}

/**
 * Brings tools into `.tools/` by npm, unless every one of them is there in its version.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} environment
 * @param {readonly Tool[]} tools all that must be there afterwards: npm removes what it is not told of
 */
export async function bringTools(root, environment, tools) {
  const folder = join(root, '.tools');
  const isMissing = ({ name, version }) => installedVersion(folder, name) !== version;
  const missing = tools.filter(isMissing);
  if (missing.length === 0) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  console.error(`Bringing ${missing.map(specOf).join(' and ')} into .tools (once).`);
  const [command, ...first] = npmCommand(environment);
  const flags = [
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--loglevel=error',
  ];
  const args = [...first, 'install', '--prefix', folder, ...flags, ...tools.map(specOf)];
  const { output } = await runProgram(command, args, { cwd: folder, env: environment });
  const absent = tools.find(isMissing);
  if (absent) {
    const reason = output.trim().split('\n').slice(-5).join('\n');
    throw new Error(
      `${reason}\nnpm could not install ${specOf(absent)}: is the npm registry reachable from here?`,
    );
  }
}

function specOf({ name, version }) {
  return `${name}@${version}`;
}

function installedVersion(folder, name) {
  try {
    return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}

/** Prefers the npm that started us; falls back to the one beside this Node, then to the PATH. */
function npmCommand(environment) {
  const started = environment.npm_execpath;
  if (started && /npm-cli\.js$/.test(started) && existsSync(started)) return [process.execPath, started];
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  return existsSync(beside) ? [process.execPath, beside] : ['npm'];
}
