import closeWithGrace from 'close-with-grace';
import type { Logger } from './logger.ts';

/** Whether this process wants work. Off from the first moment of a shutdown, so that balancers look elsewhere. */
export interface Readiness {
  readonly isReady: boolean;
  readonly isDraining: boolean;
  /** The process is up: it wants work. */
  ready(): void;
  /** Stops wanting work, for good. Calls everything registered with onDrain. */
  drain(): void;
  /** Called once when draining begins; at once when it has begun already. */
  onDrain(listener: () => void): void;
}

export function createReadiness(): Readiness {
  let state: 'starting' | 'ready' | 'draining' = 'starting';
  const listeners: (() => void)[] = [];
  return {
    get isReady() {
      return state === 'ready';
    },
    get isDraining() {
      return state === 'draining';
    },
    ready() {
      if (state === 'starting') state = 'ready';
    },
    drain() {
      if (state === 'draining') return;
      state = 'draining';
      for (const listener of listeners.splice(0)) listener();
    },
    onDrain(listener) {
      if (state === 'draining') listener();
      else listeners.push(listener);
    },
  };
}

export interface ShutdownStep {
  readonly name: string;
  readonly close: () => Promise<unknown> | unknown;
}

export interface ShutdownOptions {
  readiness: Readiness;
  logger: Logger;
  /** Closed one after another: first what takes work in, last the pools. */
  steps: readonly ShutdownStep[];
  /** After this the process ends whatever is still open. Default 25 s, below Kubernetes' 30. */
  drainSeconds?: number;
  /** Between readiness off and the first step, so that balancers have looked away before a port closes. Default 0. */
  settleSeconds?: number;
}

/** On SIGTERM, SIGINT or a fault nobody caught: readiness off, then each step in order. A second signal ends at once. */
export function shutdownOnSignal(options: ShutdownOptions): { close: () => void } {
  const { readiness, logger, steps, drainSeconds = 25, settleSeconds = 0 } = options;
  return closeWithGrace({ delay: drainSeconds * 1_000, logger }, async ({ signal, err }) => {
    if (err) logger.fatal({ err }, 'shutting down after a fault nobody caught');
    else logger.info({ signal }, 'shutting down');
    readiness.drain();
    await new Promise((resolve) => setTimeout(resolve, settleSeconds * 1_000));
    await closeSteps(steps, logger);
  });
}

/** Closes every step even if one fails: the rest must not stay open for it. */
export async function closeSteps(steps: readonly ShutdownStep[], logger: Logger): Promise<void> {
  for (const step of steps) {
    try {
      await step.close();
    } catch (err) {
      logger.error({ err, step: step.name }, 'a part did not close cleanly');
    }
  }
}
