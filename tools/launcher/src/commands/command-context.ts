import type { LauncherEnvironment } from '../env.ts';
import type { StateFolder } from '../state/state-folder.ts';

/** What every command is given. It resolves to its exit code. */
export interface CommandContext {
  args: readonly string[];
  environment: LauncherEnvironment;
  state: StateFolder;
  /** Aborted by Ctrl-C, SIGTERM and by the end of the process that started us. */
  signal: AbortSignal;
}

export type Command = (context: CommandContext) => Promise<number>;
