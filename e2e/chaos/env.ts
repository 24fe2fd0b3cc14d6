/** Redis, where the run has one; the queue is in Postgres where it has not. TEST_DATABASE_URL is read by the test databases. */
export function readChaosEnv(): { redisUrl: string | undefined } {
  return { redisUrl: process.env.TEST_REDIS_URL || undefined };
}
