import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../run-tool.ts';
import { projectRoot } from '../state/state-folder.ts';
import { leftOut, oneFailed, onePassed, type Step } from './step.ts';

export const chaosMain = join(projectRoot, 'e2e/chaos/main.ts');

/** Kills processes in mid-work and counts what was lost or done twice. */
export function chaosStep(trials: number, environment: Record<string, string>, signal: AbortSignal): Step {
  return {
    name: `kill test (${trials} trials)`,
    run: async () => {
      if (!existsSync(chaosMain)) return leftOut('e2e/chaos/main.ts is not there');
      const args = ['--disable-warning=ExperimentalWarning', chaosMain, '--trials', String(trials)];
      return (await runTool(process.execPath, args, { environment, signal })) === 0 ? onePassed : oneFailed;
    },
  };
}
