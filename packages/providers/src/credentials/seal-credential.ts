import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What a sealed value is bound to: it opens nowhere else. */
export interface CredentialScope {
  tenantId: string;
  /** What it is: `twilio-auth-token`. */
  kind: string;
  /** Version of the sealing, from the row beside the value. */
  version: number;
}

const ivBytes = 12;
const tagBytes = 16;

/** The environment's CREDENTIAL_KEY, decoded: 32 bytes in base64. Throws where it is not. */
export function decodeCredentialKey(base64: string): Buffer {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== 32 || key.toString('base64') !== base64)
    throw new Error('The credential key is not 32 bytes in base64.');
  return key;
}

/** Encrypts a vendor token with AES-256-GCM: 12 bytes of nonce, 16 of tag, then the ciphertext. */
export function sealCredential(
  key: Uint8Array,
  scope: CredentialScope,
  secret: string,
  random: (bytes: number) => Uint8Array = randomBytes,
): Buffer {
  const iv = random(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  cipher.setAAD(bindingOf(scope));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Raised where a value does not open: another key, tenant, kind or version, or changed bytes. */
export class CredentialError extends Error {
  constructor(cause?: unknown) {
    super('A sealed credential does not open here.', cause === undefined ? undefined : { cause });
    this.name = 'CredentialError';
  }
}

/** The token again. Throws CredentialError where anything differs from when it was sealed. */
export function openCredential(key: Uint8Array, scope: CredentialScope, sealed: Uint8Array): string {
  if (sealed.length < ivBytes + tagBytes) throw new CredentialError();
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(bindingOf(scope));
    decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]).toString(
      'utf8',
    );
  } catch (cause) {
    throw new CredentialError(cause);
  }
}

function bindingOf(scope: CredentialScope): Buffer {
  return Buffer.from(`${scope.tenantId}|${scope.kind}|${scope.version}`, 'utf8');
}
