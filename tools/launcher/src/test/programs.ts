import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly } from './quiet-tool.ts';
import { leftOut, oneFailed, onePassed, type Step } from './step.ts';

/** Programs that some tests use; Debian's packages have the same names. */
const wanted = ['redis-server', 'chromium', 'pgbouncer', 'nginx', 'caddy'] as const;
export type Program = (typeof wanted)[number];

/** Where a program is, or nothing. Debian keeps servers in sbin, which a user's PATH may leave out. */
export function findProgram(name: string, path: string): string | undefined {
  const names = name === 'chromium' ? ['chromium', 'chromium-browser', 'google-chrome'] : [name];
  const folders = [...path.split(delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'].filter(
    Boolean,
  );
  return names.flatMap((each) => folders.map((folder) => join(folder, each))).find(isExecutable);
}

/** Brings what is missing where that is allowed (CI, as root, on Debian) and says what is not there. */
export function programsStep(options: { isCi: boolean; path: string; say: (line: string) => void }): Step {
  const missing = () => wanted.filter((name) => !findProgram(name, options.path));
  return {
    name: 'programs for the tests',
    run: async () => {
      if (options.isCi && missing().length > 0 && isDebianRoot()) await installByApt(missing(), options.say);
      const absent = missing();
      if (absent.length === 0) return onePassed;
      const sentence = `not installed: ${absent.join(', ')}; the tests that need them are left out`;
      if (!options.isCi) return leftOut(sentence);
      options.say(`In CI these must be installed: ${absent.join(', ')}.`);
      return oneFailed;
    },
  };
}

async function installByApt(names: readonly Program[], say: (line: string) => void): Promise<void> {
  say(`Installing ${names.join(', ')} by apt-get.`);
  // The packages would start their services; this file tells Debian not to (see invoke-rc.d(8)).
  const policy = '/usr/sbin/policy-rc.d';
  const isOurs = !existsSync(policy);
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...names]]) {
    const { exitCode, output } = await runQuietly({ command: 'apt-get', args: ['-q', ...args], environment });
    if (exitCode !== 0) say(output.trim().split('\n').slice(-5).join('\n'));
  }
  if (isOurs) rmSync(policy, { force: true });
}

function isDebianRoot(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  const isDebian = /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  return isDebian && spawnSync('apt-get', ['--version']).status === 0;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
