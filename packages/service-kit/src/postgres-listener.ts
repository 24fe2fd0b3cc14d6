import type { Pool } from '@servicepro/db';
import type { Logger } from './logger.ts';

export interface PostgresListener {
  start(): void;
  stop(): Promise<void>;
}

export interface PostgresListenerOptions {
  /** A pool on a direct connection: LISTEN does not work through a transaction pooler. */
  pool: Pool;
  channel: string;
  onNotification: (payload: string) => void;
  /** Called each time LISTEN stands again: what was sent in between was not heard. */
  onConnected?: () => void;
  logger: Logger;
}

const longestPauseMs = 2_000;

/** Keeps one LISTEN connection, and makes it anew when it breaks. */
export function createPostgresListener(options: PostgresListenerOptions): PostgresListener {
  let release: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = true;
  let pauseMs = 50;

  async function connect(): Promise<void> {
    try {
      const client = await options.pool.connect();
      const drop = once(() => {
        release = undefined;
        client.removeAllListeners('notification');
        client.release(true);
      });
      release = drop;
      client.on('error', () => {
        drop();
        again();
      });
      client.on('notification', ({ payload }) => options.onNotification(payload ?? ''));
      await client.query(`listen ${options.channel}`);
      if (isStopped) return drop();
      pauseMs = 50;
      options.onConnected?.();
    } catch (err) {
      options.logger.warn({ err, channel: options.channel }, 'cannot listen; trying again');
      release?.();
      again();
    }
  }

  function again(): void {
    if (isStopped || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      void connect();
    }, pauseMs);
    pauseMs = Math.min(longestPauseMs, pauseMs * 2);
  }

  return {
    start() {
      if (!isStopped) return;
      isStopped = false;
      void connect();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      timer = undefined;
      release?.();
    },
  };
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
