import { z } from 'zod';
import { FaultRequest } from '../carrier/faults.ts';

export { FaultRequest };

const Number164 = z.string().regex(/^\+[1-9]\d{6,14}$/, { error: 'it must be E.164, such as +15125550100' });
const AccountSid = z.string().regex(/^AC[0-9a-fA-F]{32}$/, { error: 'it must be AC and 32 hex digits' });
const ServiceSid = z.string().regex(/^MG[0-9a-fA-F]{32}$/, { error: 'it must be MG and 32 hex digits' });
const Url = z.url({ protocol: /^https?$/ }).max(2_000);
const Label = z.string().max(200);

export const AccountRequest = z.strictObject({
  sid: AccountSid,
  authToken: z.string().min(1).max(200),
  friendlyName: Label.optional(),
  /** The main account, for a subaccount. */
  ownerAccountSid: AccountSid.optional(),
  status: z.enum(['active', 'suspended', 'closed']).optional(),
});

export const NumberRequest = z.strictObject({
  number: Number164,
  accountSid: AccountSid,
  /** Made with this number's URLs where it is not there yet. */
  serviceSid: ServiceSid.nullish(),
  smsUrl: Url.optional(),
  smsFallbackUrl: Url.optional(),
  voiceUrl: Url.optional(),
  /** Where statuses of outgoing texts go that name no StatusCallback. */
  statusCallback: Url.optional(),
  label: Label,
  tenantSlug: z.string().max(100).nullish(),
  tenantId: z.string().max(64).nullish(),
  brandColor: z
    .string()
    .regex(/^#[0-9A-Fa-f]{6}$/)
    .nullish(),
  /** Shown instead of the number: `suspended`. */
  note: z.string().max(60).nullish(),
  /** What the simulator offers to say. */
  trySaying: z.array(z.string().min(1).max(160)).max(8).optional(),
});
export type NumberRequest = z.infer<typeof NumberRequest>;

export const PersonRequest = z.strictObject({ number: Number164, name: z.string().min(1).max(80) });

export const TextRequest = z.strictObject({
  from: Number164,
  to: Number164,
  body: z.string().min(1).max(1_600),
});

export const MessagesQuery = z.strictObject({
  number: z.string().max(20).optional(),
  /** Another number, the other end. */
  peer: z.string().max(20).optional(),
  /** A sequence number or a message's sid: only what came after it. */
  after: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(20_000).default(1_000),
});

export const WebhooksQuery = z.strictObject({
  sid: z.string().max(64).optional(),
  kind: z.enum(['inbound', 'status', 'call']).optional(),
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(5_000).default(500),
});

export const FaultsQuery = z.strictObject({
  id: z.string().max(20).optional(),
  number: z.string().max(20).optional(),
});

export const SettingsRequest = z.strictObject({
  isKeepingOptOuts: z.boolean().optional(),
  deliveryStepMs: z.int().min(0).max(60_000).optional(),
});

/** `messages` leaves accounts, numbers and services; `everything` takes them too. */
export const ResetRequest = z.strictObject({
  scope: z.enum(['messages', 'everything']).default('messages'),
  /** Only what passed between this number of a person… */
  person: z.string().max(20).optional(),
  /** …and this number of the carrier. */
  number: z.string().max(20).optional(),
});
export type ResetRequest = z.infer<typeof ResetRequest>;
