import { spawn } from 'node:child_process';
import { toolEnvironment } from './env.ts';
import { LauncherFailure } from './failure.ts';
import { projectRoot } from './state/state-folder.ts';

export interface RunToolOptions {
  cwd?: string;
  environment?: Record<string, string>;
  signal?: AbortSignal;
}

/** Runs a program on our terminal and resolves to its exit code. */
export function runTool(
  command: string,
  args: readonly string[],
  options: RunToolOptions = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd ?? projectRoot,
      env: { ...toolEnvironment(), ...options.environment },
      stdio: 'inherit',
    });
    options.signal?.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
    child.once('error', (error) =>
      reject(new LauncherFailure('failed', `${command} could not be started: ${error.message}`)),
    );
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
