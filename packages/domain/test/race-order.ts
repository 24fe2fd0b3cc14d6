import { z } from 'zod';

/** What one racing process is told to do. */
export const RaceOrder = z.strictObject({
  databaseUrl: z.string(),
  connections: z.int(),
  atOnce: z.int(),
  tenantId: z.uuid(),
  customerId: z.uuid(),
  serviceId: z.uuid(),
  assetClassId: z.uuid(),
  resourceId: z.uuid().optional(),
  now: z.string(),
  attempts: z.array(
    z.strictObject({ startsAt: z.string(), source: z.enum(['sms', 'voice', 'web', 'staff']) }),
  ),
});
export type RaceOrder = z.infer<typeof RaceOrder>;

export const RaceResult = z.strictObject({
  startsAt: z.string(),
  /** `booked`, an error's code, or `unexpected: …`. */
  code: z.string(),
  ms: z.number(),
});
export type RaceResult = z.infer<typeof RaceResult>;
