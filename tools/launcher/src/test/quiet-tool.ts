import { spawn } from 'node:child_process';
import { toolEnvironment } from '../env.ts';
import { projectRoot } from '../state/state-folder.ts';
import { say } from '../terminal.ts';
import { oneFailed, onePassed, type Step } from './step.ts';

const shownLines = 120;

export interface QuietToolOptions {
  command: string;
  args: readonly string[];
  /** Relative to the project's root. */
  folder?: string;
  environment?: Record<string, string>;
  signal?: AbortSignal;
}

export interface ToolOutcome {
  exitCode: number;
  output: string;
}

/** Runs a program and keeps its output. */
export function runQuietly({
  command,
  args,
  folder,
  environment,
  signal,
}: QuietToolOptions): Promise<ToolOutcome> {
  return new Promise((resolve) => {
    const chunks: string[] = [];
    const child = spawn(command, [...args], {
      cwd: folder === undefined ? projectRoot : `${projectRoot}/${folder}`,
      env: { ...toolEnvironment(), NO_COLOR: '1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    signal?.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => chunks.push(String(data)));
    child.once('error', (error) => resolve({ exitCode: 127, output: error.message }));
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output: chunks.join('') }));
  });
}

/** A check that is one program's exit code; its output is shown only when it fails. */
export function toolStep(name: string, ...tools: readonly QuietToolOptions[]): Step {
  return {
    name,
    run: async () => {
      for (const tool of tools) {
        const { exitCode, output } = await runQuietly(tool);
        if (exitCode === 0) continue;
        say(output.trim().split('\n').slice(-shownLines).join('\n'));
        return oneFailed;
      }
      return onePassed;
    },
  };
}
