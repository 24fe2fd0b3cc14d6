import { existsSync } from 'node:fs';
import { LauncherFailure } from '../failure.ts';
import { runTool } from '../run-tool.ts';
import { chaosMain } from '../test/chaos-step.ts';
import { startTestServers } from '../test/test-servers.ts';
import type { Command } from './command-context.ts';

/** `npm run chaos [-- --trials N]`: the kill test at length; its own options are passed on. */
export const chaos: Command = async ({ args, environment, state, signal }) => {
  if (!existsSync(chaosMain))
    throw new LauncherFailure('failed', 'e2e/chaos/main.ts is not in this checkout.');
  await using running = new AsyncDisposableStack();
  const given = { databaseUrl: environment.TEST_DATABASE_URL, redisUrl: environment.TEST_REDIS_URL };
  const variables = await startTestServers(
    { state, path: environment.PATH, given, isDurable: false },
    running,
  );
  const trials = args.includes('--trials') ? [] : ['--trials', '500'];
  const command = ['--disable-warning=ExperimentalWarning', chaosMain, ...trials, ...args];
  // Awaited here: the servers stop when this scope ends.
  return await runTool(process.execPath, command, { environment: variables, signal });
};
