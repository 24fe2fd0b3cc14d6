/** Exit codes a script can tell apart. 1 is everything else. */
export const exitCodes = {
  failed: 1,
  usage: 2,
  portInUse: 3,
  unsupportedPlatform: 4,
  missingPackage: 5,
  alreadyRunning: 6,
  notRunning: 7,
} as const;

export type FailureKind = keyof typeof exitCodes;

/** What ends a command with one sentence and an exit code, without a stack trace. */
export class LauncherFailure extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'LauncherFailure';
    this.kind = kind;
  }
}

/** What can be told in a sentence: our own failures, and options that Node's parseArgs does not know. */
export function asFailure(error: unknown): LauncherFailure | undefined {
  if (error instanceof LauncherFailure) return error;
  const isAboutOptions =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return isAboutOptions ? new LauncherFailure('usage', `${error.message.split('. ')[0]}.`) : undefined;
}

/** The words of whatever was thrown: Node's errors often carry theirs in `cause` or only in `code`. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (error instanceof Error) return error.message || ('code' in error ? String(error.code) : error.name);
  return String(error);
}
