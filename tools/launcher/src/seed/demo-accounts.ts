import { createHmac } from 'node:crypto';
import type { SeedBusiness } from './demo-data.ts';

export interface CarrierKeys {
  /** 32 bytes, base64: from it each business's account is derived, so that a second run finds the same ones. */
  credentialKey: string;
  /** The platform's own account. */
  accountId: string;
  authToken: string;
}

export interface CarrierAccount {
  accountId: string;
  authToken: string;
  messagingServiceId: string | null;
}

/** The carrier account of a demo business: the root's is the platform's own, the others are its subaccounts. */
export function carrierAccountOf(
  business: Pick<SeedBusiness, 'slug' | 'isRoot' | 'hasMessagingService'>,
  keys: CarrierKeys,
): CarrierAccount {
  const derive = (kind: string) =>
    createHmac('sha256', keys.credentialKey)
      .update(`demo ${kind} ${business.slug}`)
      .digest('hex')
      .slice(0, 32);
  return {
    accountId: business.isRoot ? keys.accountId : `AC${derive('account')}`,
    authToken: business.isRoot ? keys.authToken : derive('token'),
    messagingServiceId: business.hasMessagingService ? `MG${derive('service')}` : null,
  };
}
