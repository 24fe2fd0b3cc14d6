/** One field of a request that is wrong: where (`body/size`) and what, in a sentence. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

export interface AppErrorOptions {
  /** What happened underneath. Logged, never sent. */
  cause?: unknown;
  /** A safe sentence about this very case; replaces the factory's message. */
  detail?: string;
  fields?: readonly FieldError[];
  /** Further members of the problem document, such as the fresh alternatives of a taken slot. */
  extensions?: Readonly<Record<string, unknown>>;
  retryAfterSeconds?: number;
}

/** An error whose code, status and message may be shown to whoever called. Everything else becomes a 500. */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  /** What this kind of error is; `message` may say more of this very case. */
  readonly title: string;
  readonly fields: readonly FieldError[];
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: string, status: number, message: string, options: AppErrorOptions = {}) {
    super(options.detail ?? message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.status = status;
    this.title = message;
    this.fields = options.fields ?? [];
    this.extensions = options.extensions ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

export interface ErrorDefinition {
  /** The HTTP status it becomes. */
  readonly status: number;
  /** A safe sentence for people. */
  readonly message: string;
}

/** Makes the error; `.code` is its namespaced code, for comparing with `error.code`. */
export interface ErrorFactory {
  (options?: AppErrorOptions): AppError;
  readonly code: string;
}

/**
 * The errors of one slice: `defineErrors('scheduling', { slotTaken: { status: 409, message: '…' } })` gives
 * `errors.slotTaken({ cause })`, an AppError with the code `scheduling.slot-taken`.
 */
export function defineErrors<Names extends string>(
  namespace: string,
  definitions: Readonly<Record<Names, ErrorDefinition>>,
): Readonly<Record<Names, ErrorFactory>> {
  const entries = Object.entries<ErrorDefinition>(definitions).map(([name, definition]) => {
    const code = `${namespace}.${kebab(name)}`;
    const make = (options?: AppErrorOptions) =>
      new AppError(code, definition.status, definition.message, options);
    return [name, Object.assign(make, { code })];
  });
  return asFactories<Names>(Object.fromEntries(entries));
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Guarantee: one factory was made for each name of the definitions, and nothing else. */
function asFactories<Names extends string>(made: object): Readonly<Record<Names, ErrorFactory>> {
  return made as Readonly<Record<Names, ErrorFactory>>;
}
