import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { plainEnvironment } from './env.ts';

export const projectRoot = fileURLToPath(new URL('../', import.meta.url));

/** One of our programs in a process of its own, listening on 127.0.0.1; disposing of it ends it. */
export interface Program extends AsyncDisposable {
  readonly url: string;
}

const readySeconds = 60;

/** Starts a Node program of the checkout with PORT and the given variables, and resolves when it says that it is ready. */
export async function startProgram(
  entry: string,
  environment: Readonly<Record<string, string>>,
  given?: number,
): Promise<Program> {
  const port = given ?? (await freePort());
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', projectRoot + entry], {
    env: { ...plainEnvironment(), ...environment, HOST: '127.0.0.1', PORT: String(port) },
    // Log lines cost what they cost; nobody reads them.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + readySeconds * 1_000;
  while (!(await answers(`${url}/health/ready`))) {
    if (child.exitCode !== null) throw new Error(`${entry} ended with ${child.exitCode}`);
    if (performance.now() > deadline) throw new Error(`${entry} does not answer`);
    await sleep(40);
  }
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      const isOver = await Promise.race([exited.then(() => true), sleep(3_000, false)]);
      if (!isOver) child.kill('SIGKILL');
      await exited;
      process.off('exit', endWithUs);
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
