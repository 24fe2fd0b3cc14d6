import { randomUUID } from 'node:crypto';
import type { Carrier } from './carrier.ts';
import { addWebhook } from './carrier-state.ts';
import type { FaultTarget } from './faults.ts';
import { sendWebhook, type Webhook } from './send-webhook.ts';

/**
 * Sends a webhook under the faults that are set: dropped, late, held back and reordered, more than once. Resolves with
 * whether the first copy was taken; null where it was dropped.
 */
export async function dispatchWebhook(carrier: Carrier, webhook: Webhook): Promise<boolean | null> {
  const of = webhook.kind === 'inbound' ? 'inbound' : 'status';
  const target: FaultTarget = { accountSid: webhook.accountSid, numbers: [webhook.number], of };
  if (carrier.faults.take('drop-webhook', target)) {
    noteDropped(carrier, webhook);
    return null;
  }
  const delay = carrier.faults.take('delay-webhook', target);
  if (delay) await carrier.pause(delay.delayMs);
  const reorder = carrier.faults.take('reorder-webhook', target);
  if (reorder) await holdBack(carrier, reorder.id, reorder.windowMs);
  const duplicate = carrier.faults.take('duplicate-webhook', target);
  const copies = Array.from({ length: duplicate?.copies ?? 0 }, () =>
    sendWebhook(carrier, { ...webhook, read: undefined }),
  );
  const [first] = await Promise.all([sendWebhook(carrier, webhook), ...copies]);
  return first ?? false;
}

// The first to come waits for the window, then all that came meanwhile go, the last first.
async function holdBack(carrier: Carrier, faultId: string, windowMs: number): Promise<void> {
  const waiting = carrier.held.get(faultId);
  const { promise, resolve } = Promise.withResolvers<void>();
  if (waiting) {
    waiting.push(resolve);
    return promise;
  }
  const mine = [resolve];
  carrier.held.set(faultId, mine);
  await carrier.pause(windowMs);
  carrier.held.delete(faultId);
  for (const next of mine.toReversed()) {
    next();
    await carrier.pause(5);
  }
}

function noteDropped(carrier: Carrier, webhook: Webhook): void {
  addWebhook(carrier.state, {
    ...{ at: carrier.now(), kind: webhook.kind, sid: webhook.sid, accountSid: webhook.accountSid },
    ...{ url: webhook.url, isFallback: false, idempotencyToken: randomUUID(), params: webhook.params },
    ...{ httpStatus: null, failure: 'dropped', durationMs: 0 },
  });
}
