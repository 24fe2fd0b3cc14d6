export { maxFailures } from './backoff.rules.ts';
export { type JobQueue, openPostgresQueue, openRedisQueue } from './job-queue.ts';
export { createKillPoints, type KillPoint, type KillPointName, noKillPoints } from './kill-points.ts';
export { type ClaimLimits, createOutboxRepository, type OutboxRepository } from './outbox.repository.ts';
export { createRelay, type Relay, type RelayOptions } from './relay.ts';
export type { RunOutcome } from './run-message.ts';
export {
  createSubscriptionTable,
  type MessageHandler,
  type MessageRun,
  RunAgain,
  type Subscription,
  type SubscriptionTable,
  subscribe,
} from './subscription.ts';
export { createWorkerRunner, type WorkerRunner, type WorkerRunnerOptions } from './worker-runner.ts';
