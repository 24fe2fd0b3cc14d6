export { failureReasonOf } from './failure-reasons.data.ts';
export { SmsError, type SmsErrorDetails, type SmsErrorKind, type SmsFailureReason } from './sms-error.ts';
export type {
  FindTextInput,
  SendTextInput,
  SentText,
  SmsAccount,
  SmsProvider,
  SmsStatus,
} from './sms-port.ts';
export { smsStatusOf } from './sms-status.rules.ts';
export { type FormParams, type SignedRequest, verifySignature } from './verify-signature.ts';
