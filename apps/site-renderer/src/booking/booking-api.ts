import type {
  BookHoldBody,
  BookingConfirmation,
  CreateHoldBody,
  Hold,
  Slot,
  SlotAnswer,
} from '@servicepro/contracts/rest/scheduling';
import type { z } from 'zod';
import type { Choice } from './booking-state.ts';

/** How a request ended. `refused` holds the paths of fields that the server did not accept. */
export type Outcome<T> =
  | { kind: 'done'; value: T }
  | { kind: 'taken'; alternatives: readonly Slot[] }
  | { kind: 'gone' }
  | { kind: 'tooMany' }
  | { kind: 'refused'; fields: readonly string[] }
  | { kind: 'unreachable' };

export type SlotsInput = { choice: Choice; fromDay: string | null; days: number; signal?: AbortSignal };

const base = '/api/v1/public';
const timeoutSeconds = 15;
/** How long core-api keeps a slot. */
export const holdSeconds = 600;

/** The contract's schemas come with the first answer: the form stands before they are there. */
const loadSchemas = () => import('./answer-schemas.ts');
type Schemas = Awaited<ReturnType<typeof loadSchemas>>;

export function readSlots({ choice, fromDay, days, signal }: SlotsInput): Promise<Outcome<SlotAnswer>> {
  const query = new URLSearchParams({
    serviceId: choice.serviceId ?? '',
    assetClassId: choice.assetClassId ?? '',
    days: String(days),
  });
  if (choice.addOnIds.length > 0) query.set('addOnIds', choice.addOnIds.join(','));
  if (fromDay !== null) query.set('from', fromDay);
  return ask(
    `/slots?${query}`,
    (schemas) => schemas.SlotAnswer,
    signal ? { signal } : {},
    (answer) => answer,
  );
}

/** A hold and how long it lasts from the moment its answer came. */
export type FreshHold = { hold: Hold; secondsLeft: number };

export function createHold(body: z.input<typeof CreateHoldBody>): Promise<Outcome<FreshHold>> {
  return ask('/holds', (schemas) => schemas.Hold, post(body), freshHold);
}

export function extendHold(holdId: string): Promise<Outcome<FreshHold>> {
  return ask(
    `/holds/${encodeURIComponent(holdId)}/extend`,
    (schemas) => schemas.Hold,
    { method: 'POST' },
    freshHold,
  );
}

/**
 * Counts by the server's own clock, from its Date header: the visitor's may be off by any amount. Where the server's
 * two times do not fit (a frozen demo), a hold lasts its full length.
 */
function freshHold(hold: Hold, response: Response): FreshHold {
  const sentAt = Date.parse(response.headers.get('date') ?? '');
  const given = Math.round((Date.parse(hold.expiresAt) - sentAt) / 1_000);
  const fits = given > 0 && given <= holdSeconds + 5;
  return { hold, secondsLeft: fits ? Math.min(given, holdSeconds) : holdSeconds };
}

/** Gives a slot back; nothing depends on the answer, because holds end by themselves. */
export async function releaseHold(holdId: string): Promise<void> {
  await fetch(`${base}/holds/${encodeURIComponent(holdId)}`, { method: 'DELETE', keepalive: true }).catch(
    () => {},
  );
}

export function bookHold(body: z.input<typeof BookHoldBody>): Promise<Outcome<BookingConfirmation>> {
  return ask(
    '/bookings',
    (schemas) => schemas.BookingConfirmation,
    post(body),
    (confirmation) => confirmation,
  );
}

function post(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function ask<T, R>(
  path: string,
  schemaOf: (schemas: Schemas) => z.ZodType<T>,
  init: RequestInit,
  read: (value: T, response: Response) => R,
): Promise<Outcome<R>> {
  const late = AbortSignal.timeout(timeoutSeconds * 1_000);
  const signal = init.signal ? AbortSignal.any([init.signal, late]) : late;
  const [response, schemas] = await Promise.all([
    fetch(`${base}${path}`, { ...init, signal }).catch(() => null),
    loadSchemas().catch(() => null),
  ]);
  if (response === null || schemas === null) return { kind: 'unreachable' };
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) return refusalOf(response.status, body, schemas);
  const parsed = schemaOf(schemas).safeParse(body);
  if (!parsed.success) return { kind: 'unreachable' };
  return { kind: 'done', value: read(parsed.data, response) };
}

function refusalOf(
  status: number,
  body: unknown,
  schemas: Schemas,
): Exclude<Outcome<never>, { kind: 'done' }> {
  if (status === 409) {
    const taken = schemas.SlotTakenProblem.safeParse(body);
    return { kind: 'taken', alternatives: taken.success ? taken.data.alternatives : [] };
  }
  if (status === 404) return { kind: 'gone' };
  if (status === 429) return { kind: 'tooMany' };
  if (status === 400 || status === 422) return { kind: 'refused', fields: fieldsOf(body) };
  return { kind: 'unreachable' };
}

function fieldsOf(body: unknown): string[] {
  if (typeof body !== 'object' || body === null || !('errors' in body) || !Array.isArray(body.errors))
    return [];
  return body.errors.map((error: unknown) =>
    typeof error === 'object' && error !== null && 'path' in error ? String(error.path) : '',
  );
}

/** A key that makes a repeated request the same request. */
export function newAttemptKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
