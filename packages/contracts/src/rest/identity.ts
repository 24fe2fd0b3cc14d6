import { z } from 'zod';
import { Id } from '../values.ts';

export const TenantSummary = z.strictObject({
  id: Id,
  slug: z.string(),
  name: z.string(),
  city: z.string(),
  region: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  currency: z.string(),
  brandColor: z.string(),
  role: z.enum(['owner', 'dispatcher', 'technician', 'viewer']),
  /** The line people text, and whether the AI answers it. */
  phone: z.strictObject({ number: z.string(), isAiOn: z.boolean() }).nullable(),
  status: z.enum(['active', 'suspended', 'cancelled']),
});
export type TenantSummary = z.infer<typeof TenantSummary>;

export const Me = z.strictObject({
  user: z.strictObject({ id: z.string(), name: z.string(), email: z.string() }),
  tenants: z.array(TenantSummary),
});
export type Me = z.infer<typeof Me>;
