import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Program {
  /** Its file, from the project's root. */
  entry: string;
  port: number;
  environment: Record<string, string>;
}

export interface RunningProgram {
  readonly port: number;
  /** Whether it has died by itself since the last start. */
  readonly hasDied: boolean;
  /** Starts it anew, to die at a point the n-th time it comes there; resolves when it answers, or when it has died. */
  start(killAt?: string): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** One of our processes under test: started, watched, killed, started again. */
export function createProgram(program: Program): RunningProgram {
  let child: ChildProcess | null = null;
  let hasDied = false;
  return {
    port: program.port,
    get hasDied() {
      return hasDied;
    },
    async start(killAt) {
      hasDied = false;
      const started = spawn(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', root + program.entry],
        {
          env: {
            ...program.environment,
            PATH: '',
            PORT: String(program.port),
            ...(killAt ? { KILL_AT: killAt } : {}),
          },
          stdio: ['ignore', 'ignore', 'inherit'],
        },
      );
      child = started;
      started.once('exit', () => {
        if (child === started) hasDied = true;
      });
      await untilReady(program.port, () => hasDied);
    },
    async kill(signal) {
      const target = child;
      if (!target || target.exitCode !== null || target.signalCode !== null) return;
      const ended = new Promise((resolve) => target.once('exit', resolve));
      target.kill(signal);
      await ended;
    },
  };
}

async function untilReady(port: number, hasDied: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!hasDied()) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/health/ready`);
      if (response.ok) return;
    } catch {
      // It is not listening yet.
    }
    if (Date.now() > deadline) throw new Error(`nothing answers on port ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
