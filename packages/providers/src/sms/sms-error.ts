/**
 * What a caller does about it: `transient` and `rate-limited`, try again later, nothing was sent; `rejected`, never
 * again as it is; `auth`, nothing leaves until the account is put right; `unknown-outcome`, ask before trying again.
 */
export type SmsErrorKind = 'transient' | 'rate-limited' | 'rejected' | 'auth' | 'unknown-outcome';

/** Why a text was refused or did not arrive, in our words. */
export type SmsFailureReason =
  | 'opted-out'
  | 'invalid-number'
  | 'landline'
  | 'unreachable'
  | 'blocked-by-carrier'
  | 'region-not-allowed'
  | 'sender-not-usable'
  | 'sender-not-registered'
  | 'too-long'
  | 'other';

export interface SmsErrorDetails {
  kind: SmsErrorKind;
  /** The vendor's error code, as text, or null where it gave none. */
  vendorCode?: string | null;
  /** Set where the kind is `rejected`. */
  reason?: SmsFailureReason | null;
  httpStatus?: number | null;
  /** From the vendor's Retry-After, where it is rate-limited. */
  retryAfterSeconds?: number | null;
  cause?: unknown;
}

/** The one error that leaves an SMS adapter. Holds neither credentials, nor numbers, nor the text. */
export class SmsError extends Error {
  readonly kind: SmsErrorKind;
  readonly vendorCode: string | null;
  readonly reason: SmsFailureReason | null;
  readonly httpStatus: number | null;
  readonly retryAfterSeconds: number | null;

  constructor(message: string, details: SmsErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'SmsError';
    this.kind = details.kind;
    this.vendorCode = details.vendorCode ?? null;
    this.reason = details.reason ?? null;
    this.httpStatus = details.httpStatus ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}
