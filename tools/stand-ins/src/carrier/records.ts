/** Someone to text as, by name, in the simulator. */
export interface Person {
  number: string;
  name: string;
}

/** Instants are ISO 8601 in UTC, so that a snapshot is plain JSON. */
export interface Account {
  sid: string;
  authToken: string;
  friendlyName: string;
  status: 'active' | 'suspended' | 'closed';
  /** Its parent's sid; its own for a main account. */
  ownerAccountSid: string;
  createdAt: string;
  updatedAt: string;
}

export interface PhoneNumber {
  sid: string;
  accountSid: string;
  /** E.164. */
  number: string;
  friendlyName: string;
  smsUrl: string;
  smsFallbackUrl: string;
  statusCallback: string;
  voiceUrl: string;
  voiceFallbackUrl: string;
  createdAt: string;
  updatedAt: string;
  /** What the simulator's list shows beside the number; the vendor has none of it. */
  business: Business;
}

export interface Business {
  tenantSlug: string | null;
  tenantId: string | null;
  brandColor: string | null;
  /** Said instead of the number: `suspended`. */
  note: string | null;
  trySaying: string[];
}

export interface MessagingService {
  sid: string;
  accountSid: string;
  friendlyName: string;
  inboundRequestUrl: string;
  fallbackUrl: string;
  statusCallback: string;
  useInboundWebhookOnNumber: boolean;
  /** Sids of its numbers, first come first. */
  numberSids: string[];
  createdAt: string;
  updatedAt: string;
}

export type OutboundStatus =
  | 'accepted'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed';
export type InboundStatus = 'receiving' | 'received';

export interface Message {
  sid: string;
  accountSid: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  from: string;
  to: string;
  body: string;
  status: OutboundStatus | InboundStatus;
  errorCode: number | null;
  messagingServiceSid: string | null;
  statusCallback: string;
  createdAt: string;
  updatedAt: string;
  /** Null while it waits; the vendor's filter by DateSent does not find it then. */
  sentAt: string | null;
  /** Inbound: when a webhook was answered with 2xx. */
  acknowledgedAt: string | null;
  /** Inbound: the webhook failed and nothing more is done. */
  isLost: boolean;
  /** Counts up over everything the carrier has seen; a cursor for readers. */
  sequence: number;
}

export type CallStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'failed'
  | 'no-answer'
  | 'canceled';

export interface Call {
  sid: string;
  accountSid: string;
  from: string;
  to: string;
  status: CallStatus;
  url: string;
  statusCallback: string;
  statusCallbackEvents: string[];
  createdAt: string;
  updatedAt: string;
  startedAt: string | null;
  endedAt: string | null;
}

export interface WebhookAttempt {
  id: number;
  at: string;
  kind: 'inbound' | 'status' | 'call';
  sid: string;
  accountSid: string;
  url: string;
  isFallback: boolean;
  idempotencyToken: string;
  params: Record<string, string>;
  httpStatus: number | null;
  /** Why there was no answer: `timeout`, a socket's error code, `dropped` by a fault. */
  failure: string | null;
  durationMs: number;
}
