import type { Command } from './commands/command-context.ts';
import { readEnvironment } from './env.ts';
import { asFailure, exitCodes, LauncherFailure } from './failure.ts';
import { openStateFolder } from './state/state-folder.ts';
import { listenForEnd } from './stop-signal.ts';
import { outliveReaders, say } from './terminal.ts';

/** Each command is loaded when it is asked for, so that the small ones answer at once. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./commands/start.ts')).start,
  dev: async () => (await import('./commands/start.ts')).dev,
  where: async () => (await import('./commands/where.ts')).where,
  text: async () => (await import('./commands/text.ts')).text,
  migrate: async () => (await import('./commands/migrate.ts')).migrate,
  seed: async () => (await import('./commands/seed.ts')).seed,
  test: async () => (await import('./commands/test.ts')).test,
  check: async () => (await import('./commands/check.ts')).check,
  generate: async () => (await import('./commands/generate.ts')).generate,
  bench: async () => (await import('./commands/bench.ts')).bench,
  chaos: async () => (await import('./commands/chaos.ts')).chaos,
};

async function run([name = '', ...args]: string[]): Promise<number> {
  const load = commands[name];
  if (!load)
    throw new LauncherFailure(
      'usage',
      `There is no command "${name}"; there are ${Object.keys(commands).join(', ')}.`,
    );
  const command = await load();
  const environment = readEnvironment();
  const state = openStateFolder(environment.SERVICEPRO_STATE_DIR);
  return command({ args, environment, state, signal: listenForEnd() });
}

outliveReaders();
try {
  const exitCode = await run(process.argv.slice(2));
  process.exitCode ||= exitCode;
} catch (error) {
  const failure = asFailure(error);
  if (!failure) throw error;
  say(failure.message);
  process.exitCode = exitCodes[failure.kind];
}
