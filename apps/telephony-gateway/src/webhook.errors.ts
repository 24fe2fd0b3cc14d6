import { defineErrors } from '@servicepro/service-kit/app-error';

export const webhookErrors = defineErrors('webhooks', {
  badSignature: { status: 403, message: 'The signature is not that of the account that owns this number.' },
  malformed: { status: 400, message: 'This is not a webhook of the carrier.' },
  noRootTenant: { status: 503, message: 'The platform is not set up yet.' },
});
