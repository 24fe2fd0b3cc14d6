import type { Metrics } from '../metrics.ts';
import { JobData, type JobQueue, type QueueWorker } from './job-queue.ts';
import { type KillPoint, noKillPoints } from './kill-points.ts';
import type { OutboxRepository } from './outbox.repository.ts';
import type { Relay } from './relay.ts';
import { createRunMessage, type RunMessageOptions, type RunOutcome } from './run-message.ts';

export interface WorkerRunnerOptions extends Omit<RunMessageOptions, 'random' | 'handlerTimeoutMs'> {
  queue: JobQueue;
  outbox: OutboxRepository;
  metrics: Metrics;
  /** Handlers at once in this process. Default 16. */
  concurrency?: number;
  /** Default 60 s. */
  handlerTimeoutMs?: number;
  /** How long stop() waits for running handlers. Default 20 s. */
  drainMs?: number;
  /** Default Math.random. */
  random?: () => number;
  /** Told when a place is free or a row is due again. */
  relay?: Pick<Relay, 'wake' | 'freed'>;
  killPoint?: KillPoint;
}

export interface WorkerRunner {
  start(): void;
  /** Takes nothing new, lets running handlers end, and hands back what does not end in time. */
  stop(): Promise<void>;
}

/** Running rows are kept from the re-sweep by a beat; when a process dies its beat ends, and its work goes on elsewhere. */
const beatMs = 1_500;
const keepSeconds = 5;
const comesBack: ReadonlySet<RunOutcome> = new Set(['again', 'postponed', 'failed']);

export function createWorkerRunner(options: WorkerRunnerOptions): WorkerRunner {
  const { queue, outbox, logger, metrics, killPoint = noKillPoints, drainMs = 20_000 } = options;
  const outcomes = metrics.counter('messages_run_total', 'What became of jobs', ['subscriber', 'outcome']);
  const seconds = metrics.histogram('message_run_seconds', 'Time a handler took', ['subscriber']);
  const runMessage = createRunMessage({
    ...options,
    random: options.random ?? Math.random,
    handlerTimeoutMs: options.handlerTimeoutMs ?? 60_000,
  });
  const ending = new AbortController();
  const running = new Map<symbol, string>();
  let worker: QueueWorker | undefined;
  let beat: NodeJS.Timeout | undefined;

  async function processJob(raw: unknown): Promise<void> {
    const data = JobData.safeParse(raw).data;
    const subscriber = data?.subscriber ?? 'unknown';
    const key = Symbol();
    if (data) running.set(key, data.outboxId);
    const stopTimer = seconds.startTimer({ subscriber });
    const outcome = await runMessage(raw, ending.signal);
    running.delete(key);
    stopTimer();
    outcomes.inc({ subscriber: outcome === 'dropped' ? 'unknown' : subscriber, outcome });
    if (comesBack.has(outcome)) options.relay?.wake();
    else options.relay?.freed();
  }

  function keepRunning(): void {
    const ids = [...new Set(running.values())];
    if (ids.length === 0) return;
    outbox
      .keep(ids, keepSeconds)
      .catch((err: unknown) => logger.warn({ err }, 'running messages could not be kept'));
  }

  return {
    start() {
      worker ??= queue.work(processJob, { concurrency: options.concurrency ?? 16 });
      beat ??= setInterval(keepRunning, beatMs);
    },
    async stop() {
      if (!worker) return;
      const closing = worker.close();
      killPoint('K14');
      if (!(await endsWithin(closing, drainMs))) {
        ending.abort();
        await Promise.allSettled([...new Set(running.values())].map((id) => outbox.postpone(id, 0)));
        await worker.abandon();
      }
      clearInterval(beat);
      worker = undefined;
    },
  };
}

async function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), ms);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
