/** Postgres is unreachable, restarting or out of connections: the same request may work in a moment. */
export function isPostgresGone(error: unknown, depth = 0): boolean {
  if (depth > 5 || !(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (goneCodes.has(code) || /^08[0-9A-Z]{3}$/.test(code) || goneMessage.test(error.message)) return true;
  if (error instanceof AggregateError && error.errors.some((inner) => isPostgresGone(inner, depth + 1)))
    return true;
  return isPostgresGone(error.cause, depth + 1);
}

/** Node's socket errors, and SQLSTATEs of https://www.postgresql.org/docs/18/errcodes-appendix.html. */
const goneCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '57P05', // idle_session_timeout
  '53300', // too_many_connections
  '57014', // query_canceled: a statement that ran into its timeout
]);

/** pg's own errors have no code. */
const goneMessage =
  /^(Connection terminated|Query read timeout|timeout (expired|exceeded when trying to connect)|Client has encountered a connection error|Client was closed)/i;
