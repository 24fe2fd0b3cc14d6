import { z } from 'zod';

/** What a live screen is told: something of this kind changed, read it again. Ids only. */
export const LiveTopic = z.enum(['bookings', 'conversations', 'messages', 'catalog', 'settings']);
export type LiveTopic = z.infer<typeof LiveTopic>;

export const LiveEvent = z.strictObject({ topic: LiveTopic, ids: z.array(z.uuid()).max(50) });
export type LiveEvent = z.infer<typeof LiveEvent>;
