/** What we call the states of a text that a carrier reports. */
export type DeliveryStatus = 'sent' | 'delivered' | 'undelivered' | 'failed';

const byVendorStatus: Readonly<Record<string, DeliveryStatus>> = {
  accepted: 'sent',
  scheduled: 'sent',
  queued: 'sent',
  sending: 'sent',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'failed',
};

/** Our state for the vendor's word, or null for a word that says nothing about delivery. */
export function deliveryStatusOf(vendorStatus: string): DeliveryStatus | null {
  return byVendorStatus[vendorStatus.toLowerCase()] ?? null;
}

/** Why a text did not arrive, in plain words, by Twilio's error code (https://www.twilio.com/docs/api/errors). */
const reasons: Readonly<Record<string, string>> = {
  '21211': 'This is not a number that can get texts.',
  '21408': 'Texts to this country are switched off.',
  '21610': 'This person asked for no more texts.',
  '21612': 'This number can’t be reached from ours.',
  '21614': 'This number can’t get texts.',
  '30001': 'The carrier’s queue was full.',
  '30002': 'Our text account is suspended.',
  '30003': 'The phone is off or out of reach.',
  '30004': 'The carrier blocked the text.',
  '30005': 'This number is not in service.',
  '30006': 'This number is a landline.',
  '30007': 'The carrier took the text for spam.',
  '30008': 'The carrier gave no reason.',
  '30034': 'Our number is not registered with the carriers yet.',
};

/** The sentence a person reads beside a message that did not arrive. */
export function failureInWords(errorCode: string | null): string {
  return (errorCode && reasons[errorCode]) || 'The carrier did not deliver it.';
}

/** The vendor's code for a recipient who opted out with the carrier: counts as an opt-out with us. */
export const optedOutCode = '21610';
