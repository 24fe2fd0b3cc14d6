import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { plainEnvironment } from './env.ts';
import { projectRoot } from './program.ts';

/** The part of `npm run where -- --json` that is used here. */
const Where = z.object({
  port: z.int(),
  sites: z.array(z.object({ slug: z.string(), url: z.url() })),
  pids: z.record(z.string(), z.int()),
});
export type Where = z.infer<typeof Where>;

/** The whole product as a newcomer starts it; disposing of it is Ctrl-C. */
export interface Product extends AsyncDisposable {
  /** From the command to "ServicePro is ready". */
  readonly readySeconds: number;
  readonly npmPid: number;
  readonly where: Where;
}

/** Kept between runs, so that what was laid once is there. */
const environment = { ...plainEnvironment(), SERVICEPRO_STATE_DIR: '.data/bench', LOG_LEVEL: 'warn' };
const patienceSeconds = 300;

export async function startProduct(): Promise<Product> {
  const port = await freeEdgePort();
  const began = performance.now();
  const npm = spawn('npm', ['start', '--', '--port', String(port)], {
    cwd: projectRoot,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that all of it hears Ctrl-C as from a terminal.
    detached: true,
  });
  const npmPid = npm.pid ?? 0;
  const interrupt = () => signalProcess(-npmPid, 'SIGINT');
  process.once('exit', interrupt);
  const stop = async () => {
    interrupt();
    // npm itself is gone at once; its group is empty when the last child has been stopped.
    while (signalProcess(-npmPid, 0)) await sleep(50);
    process.off('exit', interrupt);
  };
  try {
    await untilSaid(npm, 'ServicePro is ready');
    const readySeconds = (performance.now() - began) / 1_000;
    return { readySeconds, npmPid, where: await readWhere(), [Symbol.asyncDispose]: stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** False where nobody is left to hear it. */
function signalProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Resolves when the words are printed; throws what was printed where the process ends before. */
function untilSaid(npm: ChildProcess, words: string): Promise<void> {
  let said = '';
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  for (const stream of [npm.stdout, npm.stderr])
    stream?.on('data', (data) => {
      said += String(data);
      if (said.includes(words)) resolve();
    });
  npm.once('exit', () => reject(new Error(`npm start ended: ${said.slice(-2_000)}`)));
  const late = sleep(patienceSeconds * 1_000, undefined, { ref: false });
  void late.then(() => reject(new Error(`npm start was not ready in time: ${said.slice(-2_000)}`)));
  return promise;
}

async function readWhere(): Promise<Where> {
  const child = spawn('npm', ['run', '--silent', 'where', '--', '--json'], {
    cwd: projectRoot,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (data) => {
    text += String(data);
  });
  await new Promise((resolve) => child.once('close', resolve));
  return Where.parse(JSON.parse(text));
}

/** Eight ports in a row belong to one product. */
async function freeEdgePort(): Promise<number> {
  for (let edge = 3_700; edge < 5_700; edge += 20) {
    const ports = Array.from({ length: 8 }, (_, index) => edge + index);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return edge;
  }
  throw new Error('no eight free ports in a row');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
