import { defineErrors } from '@servicepro/service-kit/app-error';

export const siteErrors = defineErrors('sites', {
  notFound: { status: 404, message: 'There is no site at this address.' },
});
