import { z } from 'zod';
import type { AppError } from '../app-error.ts';

/** The schema's name in the OpenAPI document. */
export const problemId = 'Problem';

/** A problem document (RFC 9457). An error may add members of its own, such as a taken slot's alternatives. */
export const Problem = z
  .looseObject({
    type: z.string().describe('A name for this kind of problem, as a URN'),
    title: z.string().describe('What this kind of problem is, for people'),
    status: z.int(),
    code: z.string().describe('The same kind for programs: slice.reason'),
    detail: z.string().describe('What happened this time, for people'),
    requestId: z.string().describe('Tell support this'),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: problemId });
export type Problem = z.infer<typeof Problem>;

export function problemOf(error: AppError, requestId: string): Problem {
  return {
    ...error.extensions,
    type: `urn:servicepro:problem:${error.code}`,
    title: error.title,
    status: error.status,
    code: error.code,
    detail: error.message,
    requestId,
    ...(error.fields.length > 0
      ? { errors: error.fields.map(({ field, message }) => ({ field, message })) }
      : {}),
  };
}
