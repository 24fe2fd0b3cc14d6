import { defineErrors } from '@servicepro/service-kit/app-error';

export const catalogErrors = defineErrors('catalog', {
  unknownService: { status: 404, message: 'There is no such service.' },
  unknownPrice: { status: 404, message: 'There is no such price.' },
  notOffered: { status: 400, message: 'This service is not offered for that kind.' },
  unknownAddOn: { status: 400, message: 'One of the add-ons is not offered.' },
  tooLong: { status: 400, message: 'That is more work than one booking can hold.' },
  notBookable: { status: 409, message: 'This service needs a quote before it can be booked.' },
});
