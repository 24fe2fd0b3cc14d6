import { reasonOf } from '../failure.ts';
import { oneFailed, type Step, type StepResult } from './step.ts';

export interface RunStepsOptions {
  say: (line: string) => void;
  now: () => number;
  signal: AbortSignal;
}

/** Runs every step, also after failures, so that one run shows all of them. A step that throws has failed once. */
export async function runSteps(steps: readonly Step[], options: RunStepsOptions): Promise<StepResult> {
  const { say, now, signal } = options;
  const total = { passed: 0, failed: 0 };
  for (const step of steps) {
    if (signal.aborted) {
      total.failed += 1;
      say(`fail  ${step.name}: interrupted`);
      continue;
    }
    const sinceMs = now();
    const result = await step.run().catch((error) => {
      say(reasonOf(error));
      return oneFailed;
    });
    total.passed += result.passed;
    total.failed += result.failed;
    say(describe(step.name, result, (now() - sinceMs) / 1000));
  }
  return total;
}

function describe(name: string, { passed, failed, skipped }: StepResult, tookSeconds: number): string {
  const verdict = failed > 0 ? 'fail' : passed > 0 ? 'pass' : 'skip';
  const counts = passed + failed > 1 ? ` (${passed} passed, ${failed} failed)` : '';
  return `${verdict}  ${name}${counts}  ${tookSeconds.toFixed(1)} s${skipped ? `  ${skipped}` : ''}`;
}
