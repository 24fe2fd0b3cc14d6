import { join } from 'node:path';
import { answer, say } from '../terminal.ts';
import { buildSteps } from '../test/build-steps.ts';
import { chaosStep } from '../test/chaos-step.ts';
import { generatedFileSteps } from '../test/generated-files.ts';
import { playwrightStep } from '../test/playwright-step.ts';
import { programsStep } from '../test/programs.ts';
import { runSteps } from '../test/run-steps.ts';
import { furtherStaticChecks, staticChecks } from '../test/static-checks.ts';
import type { StepResult } from '../test/step.ts';
import { startTestServers } from '../test/test-servers.ts';
import { vitestStep } from '../test/vitest-step.ts';
import type { Command, CommandContext } from './command-context.ts';

const chaosTrials = 60;

/** `npm test [-- <filter>]`: everything, or the Vitest files that match. The last line is "N passed, N failed". */
export const test: Command = async (context) => {
  const total = await runAll(context);
  answer(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
};

async function runAll({ args, environment, state, signal }: CommandContext): Promise<StepResult> {
  const isCi = Boolean(environment.CI) && environment.CI !== 'false';
  const isFull = args.length === 0;
  const options = { say, now: () => performance.now(), signal };
  // What apt installs must be there before the servers are looked for.
  const programs = isFull
    ? await runSteps([programsStep({ isCi, path: environment.PATH, say })], options)
    : { passed: 0, failed: 0 };
  await using running = new AsyncDisposableStack();
  const given = { databaseUrl: environment.TEST_DATABASE_URL, redisUrl: environment.TEST_REDIS_URL };
  const variables = await startTestServers(
    { state, path: environment.PATH, given, isDurable: false },
    running,
  );
  const reportFile = join(state.path, 'vitest-report.json');
  const unit = vitestStep({ filters: args, environment: variables, reportFile, signal });
  const steps = isFull
    ? [
        ...staticChecks(signal),
        ...furtherStaticChecks(signal),
        ...generatedFileSteps(variables, signal),
        unit,
        ...buildSteps(state, signal),
        playwrightStep({ state, environment: variables, signal }),
        chaosStep(chaosTrials, variables, signal),
      ]
    : [unit];
  const rest = await runSteps(steps, options);
  return { passed: programs.passed + rest.passed, failed: programs.failed + rest.failed };
}
