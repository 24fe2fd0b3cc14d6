import type { Carrier } from './carrier.ts';
import { deliverMessage } from './deliver-message.ts';

const unfinished: ReadonlySet<string> = new Set(['accepted', 'queued', 'sending', 'sent']);

/** After a restart: texts that were on their way go on, with all their status callbacks again. */
export function resumeDeliveries(carrier: Carrier): void {
  for (const message of carrier.state.messages.values()) {
    if (message.direction === 'inbound' || !unfinished.has(message.status)) continue;
    carrier.run(() => deliverMessage(carrier, message));
  }
}
