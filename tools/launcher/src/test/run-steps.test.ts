import { describe, expect, it } from 'vitest';
import { readPlaywrightReport } from './playwright-step.ts';
import { runSteps } from './run-steps.ts';
import { leftOut, oneFailed, onePassed } from './step.ts';
import { readVitestReport } from './vitest-step.ts';

const options = () => ({ say: () => {}, now: () => 0, signal: new AbortController().signal });

describe('npm test', () => {
  it('keeps going after failures and adds everything up', async () => {
    const total = await runSteps(
      [
        { name: 'one', run: async () => oneFailed },
        {
          name: 'two',
          run: async () => {
            throw new Error('broken');
          },
        },
        { name: 'three', run: async () => leftOut('not installed') },
        { name: 'four', run: async () => onePassed },
        { name: 'five', run: async () => ({ passed: 40, failed: 2 }) },
      ],
      options(),
    );
    expect(total).toEqual({ passed: 41, failed: 4 });
  });

  it('counts what an interruption left out as failed', async () => {
    const steps = [{ name: 'one', run: async () => onePassed }];
    expect(await runSteps(steps, { ...options(), signal: AbortSignal.abort() })).toEqual({
      passed: 0,
      failed: 1,
    });
  });

  it('counts a file that could not be loaded, and an error outside of any test, as failures', () => {
    const file = (status: string, ...tests: string[]) => ({
      status,
      assertionResults: tests.map((each) => ({ status: each })),
    });
    const report = (numFailedTests: number, ...testResults: unknown[]) =>
      JSON.stringify({ numPassedTests: 3, numFailedTests, testResults });
    expect(readVitestReport(report(0, file('passed', 'passed')), 0)).toEqual({ passed: 3, failed: 0 });
    expect(readVitestReport(report(1, file('failed', 'failed'), file('failed')), 1)).toEqual({
      passed: 3,
      failed: 2,
    });
    expect(readVitestReport(report(0, file('passed', 'passed')), 1)).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a journey that passed only on a second try as failed', () => {
    const report = (expected: number, unexpected: number, flaky: number) =>
      JSON.stringify({ stats: { expected, unexpected, flaky }, errors: [] });
    expect(readPlaywrightReport(report(5, 0, 0), 0)).toEqual({ passed: 5, failed: 0 });
    expect(readPlaywrightReport(report(3, 1, 1), 1)).toEqual({ passed: 3, failed: 2 });
    expect(readPlaywrightReport(report(3, 0, 0), 1)).toEqual({ passed: 3, failed: 1 });
  });
});
