import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.mjs';

/** Names of Debian packages by the libraries they hold; Node from 26 on needs the first one, and bare systems lack it. */
const packageOf = { 'libatomic.so.1': 'libatomic1', 'libstdc++.so.6': 'libstdc++6' };

/**
 * Makes sure that a Node we brought can start. What it lacks is installed where we may (root on Debian or Ubuntu);
 * elsewhere a sentence says what to install. Asked once for each checkout.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} environment
 * @param {(line: string) => void} say
 */
export async function ensureNodeStarts(root, node, environment, say = console.error) {
  const stamp = join(root, '.tools', 'node-starts');
  if (existsSync(stamp)) return;
  await makeStart(node, environment, say);
  writeFileSync(stamp, '');
}

async function makeStart(node, environment, say) {
  const options = { cwd: '/', env: environment };
  const first = await runProgram(node, ['--version'], options);
  if (first.status === 0) return;
  const library = missingLibrary(first.output);
  const debianPackage = packageOf[library ?? ''];
  if (debianPackage && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say(`Node needs ${library}: installing ${debianPackage} by apt-get.`);
    const apt = { cwd: '/', env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' } };
    await runProgram('apt-get', ['-q', 'update'], apt);
    await runProgram('apt-get', ['-q', 'install', '-y', '--no-install-recommends', debianPackage], apt);
    if ((await runProgram(node, ['--version'], options)).status === 0) return;
  }
  if (!library) throw new Error(`The Node in .tools does not start: ${first.output.trim()}`);
  const advice = debianPackage ? ` (on Debian and Ubuntu: apt-get install ${debianPackage})` : '';
  throw new Error(
    `The Node in .tools does not start without the system library ${library}: install it${advice}.`,
  );
}

/** Reads the loader's complaint: "error while loading shared libraries: libatomic.so.1: cannot open …". */
export function missingLibrary(output) {
  return /loading shared libraries: ([^:\s]+):/.exec(output)?.[1];
}
