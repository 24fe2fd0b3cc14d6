import { z } from 'zod';
import type { Carrier } from '../carrier/carrier.ts';
import type { Message } from '../carrier/records.ts';

export const ThreadQuery = z.strictObject({ number: z.string().max(20), person: z.string().max(20) });
export type ThreadQuery = z.infer<typeof ThreadQuery>;

const arrived: ReadonlySet<Message['status']> = new Set(['delivered']);

/** What a person's phone shows of one thread: their own texts, and what has arrived. Oldest first. */
export function threadOf(carrier: Carrier, { number, person }: ThreadQuery) {
  return [...carrier.state.messages.values()]
    .filter((message) => isShown(message, { number, person }))
    .map(bubbleOf);
}

/** Whether a message is on this phone's screen in this thread. */
export function isShown(message: Message, { number, person }: ThreadQuery): boolean {
  if (message.direction === 'inbound') return message.from === person && message.to === number;
  return message.from === number && message.to === person && arrived.has(message.status);
}

export function bubbleOf(message: Message) {
  return {
    sid: message.sid,
    isMine: message.direction === 'inbound',
    body: message.body,
    at: message.direction === 'inbound' ? message.createdAt : message.updatedAt,
    deliveredAt: message.acknowledgedAt,
    isLost: message.isLost,
    sequence: message.sequence,
  };
}
