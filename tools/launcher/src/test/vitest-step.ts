import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { runTool } from '../run-tool.ts';
import type { Step, StepResult } from './step.ts';

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

export interface VitestOptions {
  filters: readonly string[];
  environment: Record<string, string>;
  /** Where Vitest leaves its counts. */
  reportFile: string;
  signal: AbortSignal;
}

export function vitestStep({ filters, environment, reportFile, signal }: VitestOptions): Step {
  return {
    name: 'tests (vitest)',
    run: async () => {
      rmSync(reportFile, { force: true });
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
      const args = ['exec', 'vitest', 'run', '--passWithNoTests', ...reporters, ...filters];
      const exitCode = await runTool('pnpm', args, { environment, signal });
      return readVitestReport(readFileSync(reportFile, 'utf8'), exitCode);
    },
  };
}

/** Counts tests, files that could not be loaded, and errors outside of any test. */
export function readVitestReport(json: string, exitCode: number): StepResult {
  const report = Report.parse(JSON.parse(json));
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
