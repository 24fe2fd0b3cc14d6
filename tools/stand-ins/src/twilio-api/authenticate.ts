import { timingSafeEqual } from 'node:crypto';
import type { Carrier } from '../carrier/carrier.ts';
import { carrierErrors } from '../carrier/carrier-error.ts';
import type { Account } from '../carrier/records.ts';

/** The account that HTTP basic authentication names. Throws 20003. */
export function authenticate(carrier: Carrier, authorization: string | undefined): Account {
  const [scheme = '', encoded = ''] = (authorization ?? '').split(' ', 2);
  if (scheme.toLowerCase() !== 'basic') throw carrierErrors.authenticate();
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const separatorAt = decoded.indexOf(':');
  const account = carrier.state.accounts.get(decoded.slice(0, Math.max(0, separatorAt)));
  if (account?.status !== 'active') throw carrierErrors.authenticate();
  if (!isSame(decoded.slice(separatorAt + 1), account.authToken)) throw carrierErrors.authenticate();
  return account;
}

/** The account in the path: the caller's own, or a subaccount of it. Throws 20003 where it is neither. */
export function enterAccount(carrier: Carrier, caller: Account, accountSid: string): Account {
  const account = carrier.state.accounts.get(accountSid);
  if (account && (account.sid === caller.sid || account.ownerAccountSid === caller.sid)) return account;
  throw carrierErrors.authenticate();
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
