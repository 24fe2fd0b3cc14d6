import { runTool } from '../run-tool.ts';
import { generatorCommand, generators } from '../test/generated-files.ts';
import { startTestServers } from '../test/test-servers.ts';
import type { Command } from './command-context.ts';

/** `npm run generate`: writes what is derived (database types, OpenAPI document, REST types), in order of dependency. */
export const generate: Command = async ({ environment, state, signal }) => {
  await using running = new AsyncDisposableStack();
  const given = { databaseUrl: environment.TEST_DATABASE_URL, redisUrl: environment.TEST_REDIS_URL };
  const variables = await startTestServers(
    { state, path: environment.PATH, given, isDurable: false },
    running,
  );
  for (const generator of generators) {
    const { command, args } = generatorCommand(generator);
    const exitCode = await runTool(command, args, { environment: variables, signal });
    if (exitCode !== 0) return exitCode;
  }
  return 0;
};
