import { expect, it } from 'vitest';
import { keys, staleAfter } from './keys.ts';

it('reads only the thread that changed again, and every screen that shows its customer', () => {
  const stale = staleAfter('t1', 'conversations', ['c1']);
  expect(stale).toContainEqual(keys.conversation('t1', 'c1'));
  expect(stale).toContainEqual(keys.days('t1'));
  expect(stale).not.toContainEqual(keys.conversationDetails('t1'));
});

it('reads every open thread again when a booking changed, since its customer card shows the next one', () => {
  expect(staleAfter('t1', 'bookings', ['b1'])).toContainEqual(keys.conversationDetails('t1'));
});

it('never touches what another business has read', () => {
  for (const topic of ['bookings', 'conversations', 'messages', 'catalog'] as const) {
    for (const key of staleAfter('t1', topic, [])) expect(key.slice(0, 2)).toEqual(['tenant', 't1']);
  }
});
