import { defineErrors } from '@servicepro/service-kit/app-error';

export const identityErrors = defineErrors('identity', {
  notSignedIn: { status: 401, message: 'Sign in to go on.' },
  /** Also for a tenant that exists but is not this person's: the two must not be told apart. */
  tenantNotFound: { status: 404, message: 'There is no such business.' },
  notAllowed: { status: 403, message: 'Your role does not allow this.' },
  tenantReadOnly: { status: 403, message: 'This business is suspended: it can be looked at, not changed.' },
});
