import type { paths } from '@servicepro/contracts/generated/rest-types';
import createClient from 'openapi-fetch';
import { problemOf, unreachable } from './problem.ts';

const TIMEOUT_MS = 20_000;

/** core-api on this same origin, typed by its own OpenAPI document; the session cookie goes along by itself. */
export const api = createClient<paths>({
  fetch: (request) =>
    fetch(
      new Request(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]) }),
    ),
});

type Answered<Data> = { data?: Data; error?: unknown; response: Response };

/** The answer of a call, or an `ApiProblem`. Nothing is sent twice by itself: who calls decides about trying again. */
export async function answerOf<Data>(call: Promise<Answered<Data>>): Promise<Data> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    throw isAborted(cause) ? cause : unreachable(cause);
  });
  if (!response.ok || data === undefined) throw problemOf(response.status, error);
  return data;
}

/** better-auth's own routes are not in the document. */
export async function postToAuth(path: string, body: unknown): Promise<void> {
  let response: Response;
  try {
    response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw unreachable(cause);
  }
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => null));
}

function isAborted(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError';
}
