export { addAsset } from './add-asset.ts';
export { customerErrors } from './customers.errors.ts';
export { findPhone, type PhoneOwner } from './customers.repository.ts';
export {
  type CustomerByPhone,
  type CustomerByPhoneInput,
  findOrCreateCustomerByPhone,
} from './find-or-create-customer-by-phone.ts';
export { type OptOutInput, optOut } from './opt-out.ts';
export { formatPhone, toE164 } from './phone.rules.ts';
export { type CustomerCard, readCustomerCard } from './read-customer-card.ts';
export { type ConsentInput, recordConsent } from './record-consent.ts';
export { setCustomerName } from './set-customer-name.ts';
