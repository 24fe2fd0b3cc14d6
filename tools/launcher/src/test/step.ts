export interface StepResult {
  passed: number;
  failed: number;
  /** Why something was left out, in words. */
  skipped?: string;
}

export interface Step {
  name: string;
  run: () => Promise<StepResult>;
}

export const onePassed: StepResult = { passed: 1, failed: 0 };
export const oneFailed: StepResult = { passed: 0, failed: 1 };

export function leftOut(reason: string): StepResult {
  return { passed: 0, failed: 0, skipped: reason };
}
