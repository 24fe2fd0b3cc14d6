import type { Problem } from '@servicepro/contracts';
import type { AppError } from '../app-error.ts';

/** The problem document of an error. Its own members cannot be overwritten by the error's extensions. */
export function problemOf(error: AppError, requestId: string): Problem {
  return {
    ...error.extensions,
    type: `urn:servicepro:problem:${error.code}`,
    title: error.title,
    status: error.status,
    code: error.code,
    detail: error.message,
    requestId,
    ...(error.fields.length > 0 ? { errors: [...error.fields] } : {}),
  };
}
