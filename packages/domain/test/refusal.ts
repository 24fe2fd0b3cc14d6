import { AppError } from '@servicepro/service-kit/app-error';

/** The AppError that work ends in; fails when it succeeds or ends in anything else. */
export async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof AppError)) throw new Error('expected a refusal', { cause: error });
  return error;
}
