/** The vendor account that owns a number. The token signs its webhooks too. */
export interface SmsAccount {
  sid: string;
  authToken: string;
}

/** What the vendor says of an outgoing text, in the order in which it can advance. */
export type SmsStatus = 'queued' | 'sending' | 'sent' | 'delivered' | 'undelivered' | 'failed';

export interface SendTextInput {
  account: SmsAccount;
  /** E.164. Given even with a messaging service: a reply leaves from the number that was texted. */
  from: string;
  /** The service that `from` belongs to, or null. */
  messagingServiceSid: string | null;
  /** E.164. */
  to: string;
  body: string;
  /** Where the vendor posts what becomes of it; carries our own message id in its query. */
  statusCallbackUrl: string;
}

export interface FindTextInput {
  account: SmsAccount;
  from: string;
  to: string;
  body: string;
  /** When our attempt began: an older text is never the one. */
  sentAfter: Temporal.Instant;
  /** The vendor's ids of texts that are known to be other messages of ours. */
  exceptIds?: readonly string[];
}

export interface SentText {
  /** The vendor's id of the message. */
  providerMessageId: string;
  status: SmsStatus;
  /** The vendor's code when it has failed already, as text; else null. */
  errorCode: string | null;
}

/**
 * Texts, as the product needs them. Adapters have a timeout, never retry by themselves, and throw nothing but SmsError.
 */
export interface SmsProvider {
  /**
   * Hands one text to the vendor. Not idempotent: the vendor has no idempotency key. After `unknown-outcome` ask
   * `findText` before another try.
   */
  sendText(input: SendTextInput): Promise<SentText>;
  /**
   * The text that an attempt of unknown outcome left at the vendor, or null where it left none. Looked up by To, From
   * and the time of sending, then by body: the vendor offers no more. Idempotent.
   */
  findText(input: FindTextInput): Promise<SentText | null>;
}
