import { z } from 'zod';
import { Cents, Cursor, Id, InstantText } from '../values.ts';

/** Who answers now. A person's ownership ends by itself; a waiting hand-off does not. */
export const Ownership = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('ai') }),
  z.strictObject({
    state: z.literal('person'),
    userId: z.string(),
    name: z.string(),
    isYou: z.boolean(),
    until: InstantText,
  }),
  z.strictObject({ state: z.literal('waiting'), since: InstantText, reason: z.string() }),
]);
export type Ownership = z.infer<typeof Ownership>;

export const MessageStatus = z.enum([
  'received',
  'queued',
  'sending',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'suppressed',
  'unknown',
]);
export type MessageStatus = z.infer<typeof MessageStatus>;

export const MessageFact = z.strictObject({
  id: Id,
  position: z.int(),
  kind: z.string(),
  value: z.string(),
  label: z.string(),
  detail: z.string(),
  sourceTable: z.string(),
  sourceId: Id.nullable(),
  /** Where the figure stands in the body, in UTF-16 units. */
  startOffset: z.int(),
  endOffset: z.int(),
});
export type MessageFact = z.infer<typeof MessageFact>;

export const ActionEntry = z.strictObject({
  id: Id,
  name: z.string(),
  risk: z.enum(['read', 'reversible', 'confirm', 'staff', 'system']),
  verdict: z.enum(['allowed', 'refused']),
  summary: z.string(),
  bookingId: Id.nullable(),
  canUndo: z.boolean(),
  undoneAt: InstantText.nullable(),
  at: InstantText,
  /** True where it changed something. */
  isChange: z.boolean(),
});
export type ActionEntry = z.infer<typeof ActionEntry>;

export const MessageEntry = z.strictObject({
  id: Id,
  direction: z.enum(['in', 'out']),
  author: z.enum(['customer', 'ai', 'person', 'system']),
  authorName: z.string().nullable(),
  body: z.string(),
  status: MessageStatus,
  /** In words, where it did not arrive. */
  statusReason: z.string().nullable(),
  at: InstantText,
  facts: z.array(MessageFact),
  actions: z.array(ActionEntry),
});
export type MessageEntry = z.infer<typeof MessageEntry>;

export const ConversationSummary = z.strictObject({
  id: Id,
  customerName: z.string().nullable(),
  phone: z.string(),
  preview: z.string(),
  previewAuthor: z.enum(['customer', 'ai', 'person', 'system']),
  hasFailed: z.boolean(),
  isUnread: z.boolean(),
  lastMessageAt: InstantText,
  ownership: Ownership,
  /** A short chip such as "Booked Apr 9": made of the newest booking's start. */
  bookedAt: InstantText.nullable(),
});
export type ConversationSummary = z.infer<typeof ConversationSummary>;

export const ConversationFilter = z.enum(['all', 'needs-you', 'yours', 'ai']);
export type ConversationFilter = z.infer<typeof ConversationFilter>;

export const ConversationListQuery = z.strictObject({
  filter: ConversationFilter.default('all'),
  search: z.string().trim().max(100).optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

export const ConversationList = z.strictObject({
  conversations: z.array(ConversationSummary),
  nextCursor: Cursor.nullable(),
  counts: z.strictObject({ needsYou: z.int(), yours: z.int() }),
});
export type ConversationList = z.infer<typeof ConversationList>;

export const CustomerCard = z.strictObject({
  id: Id.nullable(),
  name: z.string().nullable(),
  phone: z.string(),
  language: z.string(),
  notes: z.string(),
  optedOutAt: InstantText.nullable(),
  assets: z.array(z.strictObject({ id: Id, name: z.string(), className: z.string(), notes: z.string() })),
  consents: z.array(
    z.strictObject({
      purpose: z.enum(['service', 'marketing']),
      isGiven: z.boolean(),
      source: z.string(),
      at: InstantText,
    }),
  ),
  nextBooking: z
    .strictObject({
      id: Id,
      number: z.string(),
      startsAt: InstantText,
      endsAt: InstantText,
      title: z.string(),
      resourceName: z.string(),
      totalCents: Cents.nullable(),
      currency: z.string(),
    })
    .nullable(),
  jobsDone: z.int(),
  spentCents: Cents,
  lastJobs: z.array(
    z.strictObject({ id: Id, startsAt: InstantText, title: z.string(), totalCents: Cents.nullable() }),
  ),
});
export type CustomerCard = z.infer<typeof CustomerCard>;

export const ConversationDetail = z.strictObject({
  id: Id,
  ownership: Ownership,
  isOptedOut: z.boolean(),
  /** Oldest first; `before` reads further back. */
  messages: z.array(MessageEntry),
  olderCursor: Cursor.nullable(),
  customer: CustomerCard,
});
export type ConversationDetail = z.infer<typeof ConversationDetail>;

export const ConversationDetailQuery = z.strictObject({ before: Cursor.optional() });

/** A person's reply: takes the thread for 30 minutes from now. */
export const ReplyBody = z.strictObject({
  body: z.string().trim().min(1).max(1600),
  idempotencyKey: z.string().min(8).max(100).optional(),
});
export type ReplyBody = z.infer<typeof ReplyBody>;
