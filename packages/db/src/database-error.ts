import pg from 'pg';

/** The name of the constraint a statement violated, or null: repositories turn it into an error in words. */
export function constraintOf(cause: unknown): string | null {
  return cause instanceof pg.DatabaseError && cause.constraint ? cause.constraint : null;
}

/** True when a text holds what Postgres keeps in no text: a NUL. It came from outside as it is. */
export function isTextUnstorable(cause: unknown): boolean {
  return cause instanceof pg.DatabaseError && (cause.code === '22021' || cause.code === '22P05');
}

const goneStates = new Set(['57P01', '57P02', '57P03', '08000', '08001', '08003', '08006', '53300']);
const goneCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'ENOTFOUND']);

/** True when the server is away rather than the statement wrong: worth a 503 and a later try. */
export function isDatabaseGone(cause: unknown): boolean {
  if (cause instanceof pg.DatabaseError) return goneStates.has(cause.code ?? '');
  if (!(cause instanceof Error)) return false;
  if (cause.name === 'ConnectionBroken') return true;
  if ('code' in cause && typeof cause.code === 'string' && goneCodes.has(cause.code)) return true;
  return /Connection terminated|timeout exceeded when trying to connect|Query read timeout/.test(
    cause.message,
  );
}
