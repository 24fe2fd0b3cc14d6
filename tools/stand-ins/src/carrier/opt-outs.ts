import { type CarrierState, serviceOfNumber } from './carrier-state.ts';
import type { PhoneNumber } from './records.ts';

// The vendor's own keywords. It looks at texts of one word only: "STOP PLEASE" is none of its business.
const stopWords: ReadonlySet<string> = new Set([
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
]);
const startWords: ReadonlySet<string> = new Set(['START', 'YES', 'UNSTOP']);

export const stopReply =
  'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.';
export const startReply =
  'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.';

/** What the vendor makes of an inbound text: the list changes, and the vendor answers by itself. */
export function noteKeyword(
  state: CarrierState,
  number: PhoneNumber,
  from: string,
  body: string,
): 'stop' | 'start' | null {
  const word = body.trim().toUpperCase();
  const key = keyOf(state, number, from);
  if (stopWords.has(word)) {
    state.optOuts.add(key);
    return 'stop';
  }
  if (!startWords.has(word)) return null;
  // YES means START only to who is opted out.
  const wasOptedOut = state.optOuts.delete(key);
  return wasOptedOut || word !== 'YES' ? 'start' : null;
}

export function isOptedOut(state: CarrierState, number: PhoneNumber, to: string): boolean {
  return state.optOuts.has(keyOf(state, number, to));
}

// Per messaging service where the number belongs to one, else per number.
function keyOf(state: CarrierState, number: PhoneNumber, person: string): string {
  return `${serviceOfNumber(state, number.sid)?.sid ?? number.number}|${person}`;
}
