import { randomBytes } from 'node:crypto';

export type SidPrefix = 'SM' | 'MG' | 'CA' | 'PN' | 'AC';

/** The vendor's kind of id: two letters and 32 hex digits. */
export function newSid(prefix: SidPrefix): string {
  return prefix + randomBytes(16).toString('hex');
}
