import { defineErrors } from '@servicepro/service-kit/app-error';

export const customerErrors = defineErrors('customers', {
  badPhone: { status: 400, message: 'That is not a phone number. Write it with its area code.' },
  unknownCustomer: { status: 404, message: 'There is no such customer.' },
  unknownAssetClass: { status: 400, message: 'There is no such kind.' },
});
