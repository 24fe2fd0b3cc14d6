import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runTool } from '../run-tool.ts';
import { projectRoot, type StateFolder } from '../state/state-folder.ts';
import { startFreshProduct } from './e2e-product.ts';
import { leftOut, type Step, type StepResult } from './step.ts';

const Report = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()).default([]),
});

export interface PlaywrightOptions {
  state: StateFolder;
  environment: Record<string, string>;
  signal: AbortSignal;
}

/** Journeys in a browser over the whole product. */
export function playwrightStep({ state, environment, signal }: PlaywrightOptions): Step {
  return {
    name: 'journeys in a browser (playwright)',
    run: async () => {
      if (!existsSync(join(projectRoot, 'e2e/playwright.config.ts')))
        return leftOut('e2e/playwright.config.ts is not there');
      if (!environment.CHROMIUM_PATH) return leftOut('no Chromium is installed');
      await using running = new AsyncDisposableStack();
      const where = await startFreshProduct(state, running);
      const reportFile = join(state.path, 'playwright-report.json');
      rmSync(reportFile, { force: true });
      const exitCode = await runTool('pnpm', ['exec', 'playwright', 'test', '--reporter=list,json'], {
        cwd: join(projectRoot, 'e2e'),
        environment: {
          ...environment,
          SERVICEPRO_WHERE: JSON.stringify(where),
          E2E_BASE_PORT: String(where.port),
          PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
        },
        signal,
      });
      return readPlaywrightReport(readFileSync(reportFile, 'utf8'), exitCode);
    },
  };
}

/** A test that passed only on a second try has failed once: it is counted as failed. */
export function readPlaywrightReport(json: string, exitCode: number): StepResult {
  const { stats, errors } = Report.parse(JSON.parse(json));
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
