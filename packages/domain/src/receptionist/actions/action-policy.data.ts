import type { ActionName, Risk } from './action-schemas.rules.ts';

/** How sure we are of who is at the other end. */
export const identityLevels = ['anonymous', 'caller-id', 'verified', 'staff'] as const;
export type IdentityLevel = (typeof identityLevels)[number];
export type Channel = 'sms' | 'voice' | 'web';

export interface PolicyRow {
  readonly risk: Risk;
  /** The least identity each channel needs; a channel that is not named is denied. */
  readonly channels: Readonly<Partial<Record<Channel, IdentityLevel>>>;
  /** May run for a number that has opted out. */
  readonly isAllowedWhenOptedOut: boolean;
  /** Runs only on a slot that an earlier reply offered. */
  readonly needsOffer: boolean;
}

const anyone: PolicyRow['channels'] = { sms: 'caller-id', voice: 'caller-id', web: 'anonymous' };
const known: PolicyRow['channels'] = { sms: 'caller-id', voice: 'caller-id', web: 'verified' };

/** Who may have what done, over which channel. Default deny: an action without a row does not type-check. */
export const actionPolicy: Readonly<Record<ActionName, PolicyRow>> = {
  find_slots: { risk: 'read', channels: anyone, isAllowedWhenOptedOut: false, needsOffer: false },
  quote_price: { risk: 'read', channels: anyone, isAllowedWhenOptedOut: false, needsOffer: false },
  hold_slot: { risk: 'reversible', channels: anyone, isAllowedWhenOptedOut: false, needsOffer: true },
  release_hold: { risk: 'reversible', channels: anyone, isAllowedWhenOptedOut: false, needsOffer: false },
  book: { risk: 'reversible', channels: known, isAllowedWhenOptedOut: false, needsOffer: true },
  upsert_contact_field: {
    risk: 'reversible',
    channels: known,
    isAllowedWhenOptedOut: false,
    needsOffer: false,
  },
  hand_off: { risk: 'reversible', channels: anyone, isAllowedWhenOptedOut: true, needsOffer: false },
  opt_out: { risk: 'system', channels: anyone, isAllowedWhenOptedOut: true, needsOffer: false },
};
