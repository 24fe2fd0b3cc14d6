import type { OutboxRepository } from '@servicepro/service-kit/jobs';
import type { Logger } from '@servicepro/service-kit/logger';

export interface OutboxCleanup {
  start(): void;
  stop(): void;
}

const keepDays = 7;
const mostAtOnce = 1_000;
const everyMs = 3_600_000;

/** Removes messages that were done more than a week ago, hourly and in small steps. Dead ones stay until someone replays them. */
export function createOutboxCleanup(
  outbox: Pick<OutboxRepository, 'removeDone'>,
  logger: Logger,
): OutboxCleanup {
  let timer: NodeJS.Timeout | undefined;
  const clean = () =>
    removeAll(outbox).catch((err: unknown) =>
      logger.warn({ err }, 'old messages were not removed this time'),
    );
  return {
    start() {
      void clean();
      timer ??= setInterval(() => void clean(), everyMs);
    },
    stop: () => clearInterval(timer),
  };
}

async function removeAll(outbox: Pick<OutboxRepository, 'removeDone'>): Promise<void> {
  while ((await outbox.removeDone(keepDays, mostAtOnce)) === mostAtOnce);
}
