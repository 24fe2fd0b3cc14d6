import type { SmsFailureReason, SmsStatus } from '@servicepro/providers/sms';

/** The states of an outbound message once the carrier has it. */
export type DeliveryStatus = 'sent' | 'delivered' | 'undelivered' | 'failed';

/** Our state for the carrier's: until it is delivered or failed, it is on its way. */
export function deliveryStatusOf(status: SmsStatus): DeliveryStatus {
  return status === 'queued' || status === 'sending' ? 'sent' : status;
}

const sentences: Readonly<Record<SmsFailureReason, string>> = {
  'opted-out': 'This person asked for no more texts.',
  'invalid-number': 'This is not a number that can get texts.',
  landline: 'This number is a landline.',
  unreachable: 'The phone is off, out of reach, or no longer in service.',
  'blocked-by-carrier': 'The carrier blocked the text.',
  'region-not-allowed': 'Texts to this country are switched off.',
  'sender-not-usable': 'Our number can’t send texts.',
  'sender-not-registered': 'Our number is not registered with the carriers yet.',
  'too-long': 'The text was too long.',
  other: 'The carrier did not deliver it.',
};

/** The sentence a person reads beside a message that did not arrive. */
export function failureInWords(reason: SmsFailureReason): string {
  return sentences[reason];
}

/** After this long without a final report a message counts as unknown. */
export const deliveryReportMinutes = 15;

/** A claim keeps other workers away for longer than the carrier's timeout of 5 s. */
export const claimMs = 6_000;
