import type { Carrier } from '../carrier/carrier.ts';
import type { ResetRequest } from './control.schemas.ts';

/** Forgets texts, calls, webhooks, opt-outs and faults; everything, or what passed between two numbers. */
export function resetCarrier(carrier: Carrier, { scope, person, number }: ResetRequest): void {
  const { state } = carrier;
  const isMeant = (ends: { from: string; to: string }) =>
    [person, number].every((end) => end === undefined || ends.from === end || ends.to === end);
  for (const message of state.messages.values()) if (isMeant(message)) state.messages.delete(message.sid);
  for (const call of state.calls.values()) if (isMeant(call)) state.calls.delete(call.sid);
  for (const key of state.optOuts)
    if (person === undefined || key.endsWith(`|${person}`)) state.optOuts.delete(key);
  if (person === undefined) {
    state.webhooks.length = 0;
    carrier.faults.clear({ number });
  }
  if (scope === 'everything') {
    state.accounts.clear();
    state.numbers.clear();
    state.services.clear();
    state.people.clear();
  }
  carrier.changed({ type: 'reset' });
}
