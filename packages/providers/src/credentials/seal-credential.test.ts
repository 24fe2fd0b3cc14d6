import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CredentialError, decodeCredentialKey, openCredential, sealCredential } from './seal-credential.ts';

const key = randomBytes(32);
const scope = { tenantId: '0198a1c2-0000-7000-8000-000000000001', kind: 'twilio-auth-token', version: 1 };
const secret = 'a-token-nobody-may-read';

describe('a sealed credential', () => {
  it('opens for the tenant, kind and version it was sealed for', () => {
    expect(openCredential(key, scope, sealCredential(key, scope, secret))).toBe(secret);
  });

  it('does not open where another tenant’s row holds the copied bytes', () => {
    const sealed = sealCredential(key, scope, secret);
    const other = { ...scope, tenantId: '0198a1c2-0000-7000-8000-000000000002' };
    expect(() => openCredential(key, other, sealed)).toThrow(CredentialError);
    expect(() => openCredential(key, { ...scope, kind: 'stripe-key' }, sealed)).toThrow(CredentialError);
    expect(() => openCredential(key, { ...scope, version: 2 }, sealed)).toThrow(CredentialError);
    expect(() => openCredential(randomBytes(32), scope, sealed)).toThrow(CredentialError);
  });

  it('does not open after a change of any one byte, nor cut short', () => {
    const sealed = sealCredential(key, scope, secret);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => openCredential(key, scope, changed)).toThrow(CredentialError);
      expect(() => openCredential(key, scope, sealed.subarray(0, at))).toThrow(CredentialError);
    }
  });

  it('never shows the secret, and is different each time', () => {
    const [one, two] = [sealCredential(key, scope, secret), sealCredential(key, scope, secret)];
    expect(one.includes(secret)).toBe(false);
    expect(one.equals(two)).toBe(false);
  });

  it('takes a key of 32 bytes in base64 and no other', () => {
    expect(decodeCredentialKey(key.toString('base64'))).toEqual(key);
    expect(() => decodeCredentialKey(randomBytes(31).toString('base64'))).toThrow();
    expect(() => decodeCredentialKey('not base64')).toThrow();
  });
});
