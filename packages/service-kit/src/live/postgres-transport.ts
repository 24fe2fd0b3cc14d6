import type { Pool } from '@servicepro/db';
import type { Logger } from '../logger.ts';
import { createPostgresListener } from '../postgres-listener.ts';
import type { LiveTransport } from './live.ts';

const channel = 'live';

/** NOTIFY takes 8,000 bytes; fifty ids and a tenant are 2,100. */
export function createPostgresTransport(options: {
  pool: Pool;
  logger: Logger;
  onMessage: (message: string) => void;
}): LiveTransport {
  const listener = createPostgresListener({
    pool: options.pool,
    channel,
    onNotification: options.onMessage,
    logger: options.logger,
  });
  return {
    async send(message) {
      await options.pool.query('select pg_notify($1, $2)', [channel, message]);
    },
    listen: () => listener.start(),
    close: () => listener.stop(),
  };
}
