import { z } from 'zod';
import { LauncherFailure, reasonOf } from '../failure.ts';
import type { DemoDescription } from './demo.ts';

const timeoutMs = 5000;

/** Tells the carrier's stand-in which accounts, numbers and people there are. Idempotent. */
export async function registerCarrier(
  standInsUrl: string,
  carrier: DemoDescription['carrier'],
): Promise<void> {
  for (const name of ['accounts', 'numbers', 'people'] as const) {
    for (const body of carrier[name]) await postControl(standInsUrl, name, body, z.unknown());
  }
}

/** POST on the stand-ins' control API. Throws a sentence when it is refused. */
export function postControl<Answer>(
  standInsUrl: string,
  path: string,
  body: unknown,
  schema: z.ZodType<Answer>,
): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return ask(
    new URL(`/__control/${path}`, standInsUrl),
    { method: 'POST', headers, body: JSON.stringify(body) },
    schema,
  );
}

/** GET on the stand-ins' control API. */
export function getControl<Answer>(
  standInsUrl: string,
  path: string,
  query: Record<string, string>,
  schema: z.ZodType<Answer>,
): Promise<Answer> {
  const url = new URL(`/__control/${path}`, standInsUrl);
  url.search = new URLSearchParams(query).toString();
  return ask(url, {}, schema);
}

async function ask<Answer>(url: URL, init: RequestInit, schema: z.ZodType<Answer>): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    const content = await response.text();
    if (!response.ok) throw new Error(`status ${response.status}, ${content.slice(0, 200)}`);
    return schema.parse(JSON.parse(content));
  } catch (cause) {
    throw new LauncherFailure('failed', `The phone stand-in refused ${url.pathname}: ${reasonOf(cause)}`, {
      cause,
    });
  }
}
