import { z } from 'zod';
import { Cents, Currency, Id, InstantText } from '../values.ts';
import { CalendarDay } from './scheduling.ts';

/** One of the four figures with what it is compared with, and a bar for each of the last seven periods. */
export const Figure = z.strictObject({
  value: z.int(),
  /** The same figure one period before; null when there is none yet. */
  before: z.int().nullable(),
  bars: z.array(z.int()).max(7),
});
export type Figure = z.infer<typeof Figure>;

export const WaitingItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hand-off'),
    conversationId: Id,
    name: z.string().nullable(),
    phone: z.string(),
    reason: z.string(),
    lastMessage: z.string(),
    since: InstantText,
  }),
  z.strictObject({
    kind: z.literal('price'),
    serviceId: Id,
    priceId: Id,
    serviceName: z.string(),
    assetClassName: z.string(),
    suggestedCents: Cents.nullable(),
    currency: Currency,
    /** When a customer asked for it last; null if nobody did. */
    since: InstantText.nullable(),
  }),
  z.strictObject({
    kind: z.literal('failed-message'),
    conversationId: Id,
    messageId: Id,
    name: z.string().nullable(),
    phone: z.string(),
    reason: z.string(),
    since: InstantText,
  }),
]);
export type WaitingItem = z.infer<typeof WaitingItem>;

export const Home = z.strictObject({
  figures: z.strictObject({
    jobsToday: Figure,
    jobsDone: Figure,
    /** Per cent of the bookings made in the last seven days. */
    bookedByAi: Figure.extend({ of: z.int(), count: z.int() }),
    waiting: Figure,
  }),
  today: CalendarDay,
  waiting: z.array(WaitingItem),
  waitingTotal: z.int(),
  /** What the AI did since the business closed last. */
  ai: z.strictObject({
    since: InstantText,
    texts: z.int(),
    bookings: z.int(),
    bookedCents: Cents,
    handOffs: z.int(),
    currency: Currency,
  }),
});
export type Home = z.infer<typeof Home>;
