export {
  CredentialError,
  type CredentialScope,
  decodeCredentialKey,
  openCredential,
  sealCredential,
} from './seal-credential.ts';
