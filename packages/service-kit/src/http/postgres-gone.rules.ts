import { isDatabaseGone } from '@servicepro/db';

/** Postgres is away, here or further down the chain of causes: the same request may work in a moment. */
export function isPostgresGone(error: unknown, depth = 0): boolean {
  if (depth > 5 || !(error instanceof Error)) return false;
  if (isDatabaseGone(error)) return true;
  if (error instanceof AggregateError && error.errors.some((inner) => isPostgresGone(inner, depth + 1)))
    return true;
  return isPostgresGone(error.cause, depth + 1);
}
