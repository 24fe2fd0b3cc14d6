import { z } from 'zod';
import { Cents, Id, InstantText } from '../values.ts';

/** What happened to one text, step by step, as the phone simulator shows it. */
export const TrailStep = z.strictObject({
  kind: z.enum(['webhook', 'matched', 'intent', 'action', 'booking', 'sent']),
  title: z.string(),
  detail: z.string(),
  durationMs: z.int().nullable(),
  /** Small labelled values: From, To, MessageSid; slot, place. */
  fields: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  booking: z
    .strictObject({
      id: Id,
      number: z.string(),
      startsAt: InstantText,
      endsAt: InstantText,
      title: z.string(),
      totalCents: Cents.nullable(),
    })
    .nullable(),
});
export type TrailStep = z.infer<typeof TrailStep>;

export const TrailTurn = z.strictObject({
  id: Id,
  text: z.string(),
  startedAt: InstantText,
  finishedAt: InstantText.nullable(),
  totalMs: z.int().nullable(),
  facts: z.int(),
  changes: z.int(),
  steps: z.array(TrailStep),
});
export type TrailTurn = z.infer<typeof TrailTurn>;

export const TrailQuery = z.strictObject({ phone: z.string().min(3).max(32) });
/** Newest first. */
export const Trail = z.strictObject({ timeZone: z.string(), turns: z.array(TrailTurn) });
export type Trail = z.infer<typeof Trail>;
