export { type Auth, type AuthOptions, createAuth } from './create-auth.ts';
export { findMembership, listMemberships, type Membership } from './find-membership.ts';
export { identityErrors } from './identity.errors.ts';
export { mayConfirmPrices, mayUseMethod } from './permissions.rules.ts';
