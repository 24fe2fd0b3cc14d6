import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LauncherFailure } from '../failure.ts';
import type { ChildSpec } from './child-spec.ts';
import { readLines, worthShowing } from './log-lines.ts';
import { endGroup } from './process-group.ts';
import { waitForAnswer } from './readiness.ts';

export interface SuperviseOptions {
  logFolder: string;
  /** Receives lines for the terminal, already prefixed. */
  show: (line: string) => void;
  /** Called whenever a process was started, so that a later launcher can find it. */
  onStarted: (name: string, pid: number) => void;
  /** Waits between restarts, in milliseconds; the last one repeats. */
  backoffMs?: readonly number[];
}

/** A process that is started again, with growing waits, whenever it ends by itself. */
export interface SupervisedChild {
  name: string;
  /** Resolves when it answers; rejects with a sentence when it ends three times before, or does not answer in time. */
  ready: (timeoutSeconds: number) => Promise<void>;
  /** Ends it and everything it started; idempotent. */
  stop: (graceSeconds: number) => Promise<void>;
}

const defaultBackoffMs = [300, 1000, 3000, 10_000, 30_000];
const endsBeforeGivingUp = 3;
/** Alive for this long, it counts as well again and the waits begin anew. */
const healthyMs = 60_000;

/** Starts a child and keeps it running until it is stopped. */
export function superviseChild(spec: ChildSpec, options: SuperviseOptions): SupervisedChild {
  const log = createWriteStream(join(options.logFolder, `${spec.name}.log`), { flags: 'a' });
  const stopping = new AbortController();
  const gaveUp = Promise.withResolvers<never>();
  gaveUp.promise.catch(() => undefined);
  const recent: string[] = [];
  let child: ChildProcess | undefined;
  let isReady = false;

  const keepRunning = async (): Promise<void> => {
    const backoffMs = options.backoffMs ?? defaultBackoffMs;
    let ends = 0;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      child = startProcess(spec, options, log, recent);
      const reason = await endOf(child);
      if (stopping.signal.aborted) return;
      ends = performance.now() - startedAt > healthyMs ? 1 : ends + 1;
      options.show(`${spec.name}  ended (${reason}), starting it again`);
      if (!isReady && ends >= endsBeforeGivingUp) {
        gaveUp.reject(
          new LauncherFailure(
            'failed',
            `${spec.name} does not start: ${recent.slice(-6).join(' / ') || reason}`,
          ),
        );
        return;
      }
      const wait = backoffMs[Math.min(ends - 1, backoffMs.length - 1)];
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = keepRunning();

  return {
    name: spec.name,
    ready: async (timeoutSeconds) => {
      const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(timeoutSeconds * 1000)]);
      isReady = await Promise.race([waitForAnswer(spec.readyUrl, signal), gaveUp.promise]);
      if (isReady || stopping.signal.aborted) return;
      throw new LauncherFailure(
        'failed',
        `${spec.name} did not answer within ${timeoutSeconds} s; its log is ${log.path}.`,
      );
    },
    stop: async (graceSeconds) => {
      stopping.abort();
      if (child?.pid !== undefined) await endGroup(child.pid, graceSeconds);
      await running;
      log.end();
    },
  };
}

function startProcess(
  spec: ChildSpec,
  options: SuperviseOptions,
  log: WriteStream,
  recent: string[],
): ChildProcess {
  const child = spawn(spec.command, [...spec.args], {
    cwd: spec.cwd,
    env: spec.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  if (child.pid !== undefined) options.onStarted(spec.name, child.pid);
  const onLine = (line: string) => {
    log.write(`${line}\n`);
    const text = worthShowing(line);
    if (text === undefined) return;
    options.show(`${spec.name}  ${text}`);
    recent.push(text);
    if (recent.length > 20) recent.shift();
  };
  for (const stream of [child.stdout, child.stderr]) if (stream) readLines(stream, onLine);
  return child;
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}
