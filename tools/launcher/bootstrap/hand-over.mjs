import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

/**
 * Runs main.ts under the right Node, passes signals on, and ends with its exit code. The IPC channel tells main.ts when
 * this process is gone, so that nothing is left running behind a killed terminal.
 */
export function handOver({ main, root, toolchain, environment, args }) {
  const path = [dirname(toolchain.node), dirname(toolchain.pnpm), environment.PATH ?? ''].join(delimiter);
  const child = spawn(toolchain.node, ['--disable-warning=ExperimentalWarning', main, ...args], {
    cwd: root,
    env: { ...environment, PATH: path },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Node could not be started: ${error.message}`);
    process.exitCode = 5;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
