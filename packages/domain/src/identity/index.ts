export { addMembership, type MembershipInput } from './add-membership.ts';
export { type Auth, type AuthOptions, createAuth } from './create-auth.ts';
export { createSignIn, type SignInInput } from './create-sign-in.ts';
export { findMembership, listMemberships, type Membership } from './find-membership.ts';
export { identityErrors } from './identity.errors.ts';
export { mayConfirmPrices, mayUseMethod } from './permissions.rules.ts';
