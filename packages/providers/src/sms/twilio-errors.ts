import twilio from 'twilio';
import { failureReasonOf } from './failure-reasons.data.ts';
import { SmsError } from './sms-error.ts';

/** Network faults that come before the request is on its way: the vendor cannot have taken the text. */
const notReached: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

const authCodes: ReadonlySet<string> = new Set(['20003', '20005', '20006', '20008']);
const rateCodes: ReadonlySet<string> = new Set(['20429', '14107', '21611', '63038']);

/** What a failed send means. What is not surely a refusal may have been taken. */
export function sendFault(error: unknown): SmsError {
  if (error instanceof SmsError) return error;
  if (error instanceof twilio.RestException) return refusal(error, 'unknown-outcome');
  const code = codeOf(error);
  return notReached.has(code)
    ? fault('The carrier could not be reached.', 'transient', code)
    : fault('It is not known whether the carrier took the text.', 'unknown-outcome', code);
}

/** What a failed look-up means: asking again does no harm. */
export function readFault(error: unknown): SmsError {
  if (error instanceof SmsError) return error;
  if (error instanceof twilio.RestException) return refusal(error, 'transient');
  return fault('The carrier could not be asked.', 'transient', codeOf(error));
}

function refusal(
  error: InstanceType<typeof twilio.RestException>,
  onServerFault: 'unknown-outcome' | 'transient',
) {
  const httpStatus = error.status;
  const vendorCode = error.code === undefined ? null : String(error.code);
  const details = { httpStatus, vendorCode };
  const named = vendorCode ?? `HTTP ${httpStatus}`;
  if (httpStatus === 401 || authCodes.has(vendorCode ?? '')) {
    return new SmsError(`The carrier does not accept the account (${named}).`, { kind: 'auth', ...details });
  }
  if (httpStatus === 429 || rateCodes.has(vendorCode ?? '')) {
    return new SmsError(`The carrier takes no more texts for the moment (${named}).`, {
      kind: 'rate-limited',
      ...details,
    });
  }
  // 503 is said before anything is done; after 500, 502 and 504 the text may be on its way.
  if (httpStatus === 503)
    return new SmsError('The carrier is not available.', { kind: 'transient', ...details });
  if (httpStatus >= 500 || httpStatus < 400) {
    return new SmsError(`The carrier failed (${named}).`, { kind: onServerFault, ...details });
  }
  const reason = failureReasonOf(vendorCode ?? '');
  return new SmsError(`The carrier refused the text (${named}, ${reason}).`, {
    kind: 'rejected',
    reason,
    ...details,
  });
}

// A network fault of the SDK carries the request's configuration, credentials and text: only its code goes on.
function fault(message: string, kind: 'transient' | 'unknown-outcome', code: string): SmsError {
  return new SmsError(`${message} (${code})`, { kind, cause: new Error(code) });
}

function codeOf(error: unknown): string {
  if (error === null || typeof error !== 'object') return 'no code';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'name' in error && typeof error.name === 'string' ? error.name : 'no code';
}
