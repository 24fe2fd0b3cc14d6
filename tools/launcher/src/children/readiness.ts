import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a URL answers below 500. Redirects and 404s count: a web app without a page at `/` serves all the same. */
export function answers(url: string, timeoutMs = 5000): Promise<boolean> {
  return new Promise((resolve) => {
    const call = request(url, { timeout: timeoutMs, agent: false }, (response) => {
      response.resume();
      resolve((response.statusCode ?? 500) < 500);
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(false));
    call.end();
  });
}

/** Asks until it answers; false when the signal ends the waiting first. */
export async function waitForAnswer(url: string, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    if (await answers(url)) return true;
    await sleep(150, undefined, { signal }).catch(() => undefined);
  }
  return false;
}
