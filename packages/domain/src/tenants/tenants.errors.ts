import { defineErrors } from '@servicepro/service-kit/app-error';

export const tenantErrors = defineErrors('tenants', {
  profileMissing: { status: 409, message: 'This business has no profile yet.' },
});
