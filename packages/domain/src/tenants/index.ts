export { type BusinessTime, findBusinessTime } from './business.repository.ts';
export { findInboundAddresses, findTenantOf } from './find-address.ts';
export {
  authTokenKind,
  type OpenPhoneAccountDeps,
  openPhoneAccount,
  type PhoneAccount,
} from './open-phone-account.ts';
