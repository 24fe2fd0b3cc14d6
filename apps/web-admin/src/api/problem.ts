import type { Problem } from '@servicepro/contracts/values';

/** An answer that was an error: the problem document's fields, and the document itself for what some carry beside. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  /** Namespaced and stable: `scheduling.slot-taken`. `network.unreachable` where no answer came at all. */
  readonly code: string;
  readonly detail: string | undefined;
  readonly document: Record<string, unknown>;

  constructor(
    problem: Pick<Problem, 'status' | 'code' | 'title' | 'detail'>,
    document: Record<string, unknown>,
    cause?: unknown,
  ) {
    super(problem.detail ?? problem.title, { cause });
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.document = document;
  }
}

export function isProblem(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem;
}

/** Reads a problem document; anything else that was an error becomes one, so that screens know one kind only. */
export function problemOf(status: number, body: unknown): ApiProblem {
  const document = isRecord(body) ? body : {};
  const text = (key: string) => (typeof document[key] === 'string' ? document[key] : undefined);
  return new ApiProblem(
    {
      status,
      code: text('code') ?? `http.${status}`,
      title: text('title') ?? text('message') ?? String(status),
      detail: text('detail') ?? text('message'),
    },
    document,
  );
}

export function unreachable(cause: unknown): ApiProblem {
  return new ApiProblem({ status: 0, code: 'network.unreachable', title: 'No answer' }, {}, cause);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
