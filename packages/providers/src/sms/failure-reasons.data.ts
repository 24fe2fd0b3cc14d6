import type { SmsFailureReason } from './sms-error.ts';

// https://www.twilio.com/docs/api/errors; 21xxx when it is handed over, 30xxx when it did not arrive.
const reasons: ReadonlyMap<string, SmsFailureReason> = new Map([
  ['21211', 'invalid-number'],
  ['21214', 'invalid-number'],
  ['21217', 'invalid-number'],
  ['21265', 'invalid-number'],
  ['21604', 'invalid-number'],
  ['21614', 'landline'],
  ['21610', 'opted-out'],
  ['21408', 'region-not-allowed'],
  ['21612', 'unreachable'],
  ['21212', 'sender-not-usable'],
  ['21603', 'sender-not-usable'],
  ['21606', 'sender-not-usable'],
  ['21611', 'sender-not-usable'],
  ['21659', 'sender-not-usable'],
  ['21701', 'sender-not-usable'],
  ['21704', 'sender-not-usable'],
  ['21605', 'too-long'],
  ['21617', 'too-long'],
  ['30003', 'unreachable'],
  ['30004', 'blocked-by-carrier'],
  ['30005', 'unreachable'],
  ['30006', 'landline'],
  ['30007', 'blocked-by-carrier'],
  ['30008', 'other'],
  ['30032', 'sender-not-registered'],
  ['30034', 'sender-not-registered'],
]);

/** Our word for a vendor's error code, from a refusal or from a status callback. */
export function failureReasonOf(vendorCode: string): SmsFailureReason {
  return reasons.get(vendorCode) ?? 'other';
}
