import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LauncherFailure } from '../failure.ts';
import { buildWebApps } from '../product/start-children.ts';
import { runTool } from '../run-tool.ts';
import { projectRoot } from '../state/state-folder.ts';
import { say } from '../terminal.ts';
import { startTestServers } from '../test/test-servers.ts';
import type { Command } from './command-context.ts';

/** `npm run bench [-- --json]`: what it costs. PostgreSQL writes to disk as in production; options are passed on. */
export const bench: Command = async ({ args, environment, state, signal }) => {
  const main = join(projectRoot, 'bench/main.ts');
  if (!existsSync(main)) throw new LauncherFailure('failed', 'bench/main.ts is not in this checkout.');
  await using running = new AsyncDisposableStack();
  await buildWebApps({ state, say, signal });
  const given = { databaseUrl: environment.TEST_DATABASE_URL, redisUrl: environment.TEST_REDIS_URL };
  const variables = await startTestServers(
    { state, path: environment.PATH, given, isDurable: true },
    running,
  );
  const command = ['--disable-warning=ExperimentalWarning', main, ...args];
  // Awaited here: the servers stop when this scope ends.
  return await runTool(process.execPath, command, { environment: variables, signal });
};
