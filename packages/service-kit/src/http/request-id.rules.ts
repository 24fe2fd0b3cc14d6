import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The caller's x-request-id where it is a harmless short token; else a fresh one. It stands in logs and the audit log. */
export function requestIdOf(headers: IncomingHttpHeaders, fresh: () => string = randomUUID): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/.test(given) ? given : fresh();
}
