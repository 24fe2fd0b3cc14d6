import { isTextUnstorable } from '@servicepro/db';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { AppError } from '../app-error.ts';
import { httpErrors } from './http.errors.ts';
import { isPostgresGone } from './postgres-gone.rules.ts';
import { problemOf } from './problem.ts';

/** The one place where an error becomes an answer: an RFC 9457 problem document. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const appError = toAppError(error);
  if (appError.status >= 500) request.log.error({ err: error, code: appError.code }, 'request failed');
  else request.log.info({ code: appError.code }, 'request refused');
  if (appError.retryAfterSeconds !== undefined)
    reply.header('retry-after', String(appError.retryAfterSeconds));
  return reply
    .status(appError.status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problemOf(appError, request.id));
}

/** An address nobody serves. */
export function answerUnknownRoute(): never {
  throw httpErrors.notFound();
}

/** Maps what Fastify, its plugins, Postgres and our slices throw. What it does not know is a 500 without a word of why. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const place = error.validationContext ?? 'body';
    return httpErrors.invalidRequest({
      cause: error,
      fields: error.validation.map((issue) => ({
        path: `${place}${issue.instancePath}`,
        message: issue.message ?? 'Not as expected.',
      })),
    });
  }
  if (isPostgresGone(error)) return httpErrors.databaseUnavailable({ cause: error, retryAfterSeconds: 2 });
  if (isTextUnstorable(error)) return httpErrors.invalidRequest({ cause: error });
  return byStatus(error) ?? httpErrors.internal({ cause: error });
}

function byStatus(error: unknown): AppError | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const code = 'code' in error ? error.code : undefined;
  const options = { cause: error };
  switch (error.statusCode) {
    case 400:
      return isMalformedJson(error, code)
        ? httpErrors.malformedJson(options)
        : httpErrors.invalidRequest(options);
    case 401:
      return httpErrors.notSignedIn(options);
    case 403:
      return httpErrors.forbidden(options);
    case 404:
      return httpErrors.notFound(options);
    case 405:
      return httpErrors.methodNotAllowed(options);
    case 409:
      return httpErrors.conflict(options);
    case 413:
      return httpErrors.bodyTooLarge(options);
    case 415:
      return httpErrors.unsupportedMediaType(options);
    case 429:
      return httpErrors.rateLimited({ ...options, retryAfterSeconds: 1 });
    case 503:
      return httpErrors.overloaded({ ...options, retryAfterSeconds: 2 });
    default:
      return isRefusal(error.statusCode)
        ? new AppError('http.refused', error.statusCode, 'The request was refused.', options)
        : undefined;
  }
}

function isMalformedJson(error: Error, code: unknown): boolean {
  return (
    error instanceof SyntaxError ||
    (typeof code === 'string' && code.startsWith('FST_ERR_CTP_') && code.includes('JSON'))
  );
}

function isRefusal(status: unknown): status is number {
  return typeof status === 'number' && status >= 400 && status < 500;
}
