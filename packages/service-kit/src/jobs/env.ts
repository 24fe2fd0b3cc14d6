/** Where the tests find Redis; without it they run on Postgres alone. */
export function readTestRedisUrl(): string | undefined {
  return process.env.TEST_REDIS_URL || undefined;
}
