import { answer, say } from '../terminal.ts';
import { runSteps } from '../test/run-steps.ts';
import { staticChecks } from '../test/static-checks.ts';
import type { Command } from './command-context.ts';

/** `npm run check`: style, types and the arrows between packages; nothing is started. */
export const check: Command = async ({ signal }) => {
  const total = await runSteps(staticChecks(signal), { say, now: () => performance.now(), signal });
  answer(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
};
