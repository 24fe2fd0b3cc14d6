import { defineErrors } from '../app-error.ts';

/** What the HTTP layer itself answers. Slices have their own. */
export const httpErrors = defineErrors('http', {
  invalidRequest: { status: 400, message: 'The request is not as this address expects it.' },
  malformedJson: { status: 400, message: 'The body is not valid JSON.' },
  notSignedIn: { status: 401, message: 'Please sign in.' },
  forbidden: { status: 403, message: 'You may not do this.' },
  notFound: { status: 404, message: 'There is nothing here.' },
  methodNotAllowed: { status: 405, message: 'This address does not take that method.' },
  conflict: { status: 409, message: 'This changed in the meantime.' },
  bodyTooLarge: { status: 413, message: 'The body is larger than this address takes.' },
  unsupportedMediaType: { status: 415, message: 'This address does not read that content type.' },
  rateLimited: { status: 429, message: 'Too many requests. Please wait a moment.' },
  internal: { status: 500, message: 'Something went wrong on our side.' },
  databaseUnavailable: { status: 503, message: 'The service is briefly unavailable. Please try again.' },
  overloaded: { status: 503, message: 'The service is busy. Please try again in a moment.' },
});
