import type { SmsStatus } from './sms-port.ts';

const statuses: ReadonlyMap<string, SmsStatus> = new Map([
  ['accepted', 'queued'],
  ['scheduled', 'queued'],
  ['queued', 'queued'],
  ['sending', 'sending'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'undelivered'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
]);

/** Our word for a vendor's status of an outgoing text, or null for one that says nothing about sending (`received`). */
export function smsStatusOf(vendorStatus: string): SmsStatus | null {
  return statuses.get(vendorStatus) ?? null;
}
