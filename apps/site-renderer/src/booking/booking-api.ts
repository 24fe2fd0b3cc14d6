import {
  type BookHoldBody,
  BookingConfirmation,
  type CreateHoldBody,
  Hold,
  type Slot,
  SlotAnswer,
  SlotTakenProblem,
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

export function readSlots({ choice, fromDay, days, signal }: SlotsInput): Promise<Outcome<SlotAnswer>> {
  const query = new URLSearchParams({
    serviceId: choice.serviceId ?? '',
    assetClassId: choice.assetClassId ?? '',
    days: String(days),
  });
  if (choice.addOnIds.length > 0) query.set('addOnIds', choice.addOnIds.join(','));
  if (fromDay !== null) query.set('from', fromDay);
  return ask(`/slots?${query}`, SlotAnswer, signal ? { signal } : {});
}

export function createHold(body: z.input<typeof CreateHoldBody>): Promise<Outcome<Hold>> {
  return ask('/holds', Hold, post(body));
}

export function extendHold(holdId: string): Promise<Outcome<Hold>> {
  return ask(`/holds/${encodeURIComponent(holdId)}/extend`, Hold, { method: 'POST' });
}

/** Gives a slot back; nothing depends on the answer, because holds end by themselves. */
export async function releaseHold(holdId: string): Promise<void> {
  await fetch(`${base}/holds/${encodeURIComponent(holdId)}`, { method: 'DELETE', keepalive: true }).catch(
    () => {},
  );
}

export function bookHold(body: z.input<typeof BookHoldBody>): Promise<Outcome<BookingConfirmation>> {
  return ask('/bookings', BookingConfirmation, post(body));
}

function post(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function ask<T>(path: string, schema: z.ZodType<T>, init: RequestInit): Promise<Outcome<T>> {
  const late = AbortSignal.timeout(timeoutSeconds * 1_000);
  const signal = init.signal ? AbortSignal.any([init.signal, late]) : late;
  const response = await fetch(`${base}${path}`, { ...init, signal }).catch(() => null);
  if (response === null) return { kind: 'unreachable' };
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const parsed = schema.safeParse(body);
    return parsed.success ? { kind: 'done', value: parsed.data } : { kind: 'unreachable' };
  }
  return refusalOf(response.status, body);
}

function refusalOf(status: number, body: unknown): Exclude<Outcome<never>, { kind: 'done' }> {
  if (status === 409) {
    const taken = SlotTakenProblem.safeParse(body);
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
