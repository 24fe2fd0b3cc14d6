import { z } from 'zod';

export const Id = z.uuid();
/** An instant, ISO 8601 in UTC. */
export const InstantText = z.iso.datetime({ offset: true });
/** A calendar day in the business's zone, YYYY-MM-DD. */
export const DayText = z.iso.date();
/** A wall time in the business's zone, HH:MM. */
export const TimeText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:30');
/** Minor units of the currency beside it. */
export const Cents = z.int().min(0).max(100_000_000);
export const Currency = z.string().regex(/^[A-Z]{3}$/);
export const PhoneText = z.string().trim().min(3).max(32);
export const NameText = z.string().trim().min(1).max(120);
/** Opaque: where the next page starts. */
export const Cursor = z.string().min(1).max(300);

/** A problem document (RFC 9457) as every error is answered. An error may add members, such as a taken slot's alternatives. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Namespaced and stable: `scheduling.slot-taken`. */
  code: z.string(),
  detail: z.string().optional(),
  requestId: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
