import { problemOf, unreachable } from './problem.ts';

export type Query = Record<string, string | number | undefined>;

type RequestOptions = { query?: Query | undefined; body?: unknown; signal?: AbortSignal | undefined };

const TIMEOUT_MS = 20_000;

/** Reads from core-api on this same origin; the session cookie goes along by itself. */
export function read<Answer>(path: string, options: Omit<RequestOptions, 'body'> = {}): Promise<Answer> {
  return send<Answer>('GET', path, options);
}

/** Changes something. Never sent twice by itself: who calls decides about trying again. */
export function change<Answer>(
  method: 'POST' | 'PUT' | 'PATCH',
  path: string,
  body?: unknown,
): Promise<Answer> {
  return send<Answer>(method, path, { body });
}

async function send<Answer>(
  method: string,
  path: string,
  { query, body, signal }: RequestOptions,
): Promise<Answer> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  let response: Response;
  try {
    response = await fetch(withQuery(path, query), {
      method,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw unreachable(error);
  }
  const answer = await jsonOf(response);
  if (!response.ok) throw problemOf(response.status, answer);
  return contractAnswer<Answer>(answer);
}

function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** core-api serialises every answer through the contract's schema, so the shape is checked where it is made. */
function contractAnswer<Answer>(answer: unknown): Answer {
  return answer as Answer;
}
