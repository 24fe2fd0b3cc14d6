import { givenRolePasswords } from '../env.ts';
import { LauncherFailure } from '../failure.ts';
import { migrateDatabase } from '../product/fill-database.ts';
import { findRunningProduct } from '../state/running-file.ts';
import { say } from '../terminal.ts';
import type { Command } from './command-context.ts';

/** `npm run migrate`: brings DATABASE_URL, or the database of what runs here, to the newest schema. */
export const migrate: Command = async ({ environment, state }) => {
  const running = findRunningProduct(state);
  const adminUrl = environment.DATABASE_URL ?? running?.databaseUrl;
  if (!adminUrl) {
    throw new LauncherFailure(
      'usage',
      'Set DATABASE_URL to an administrator of the database, or start ServicePro first.',
    );
  }
  // Only passwords that were given: made-up ones would lock out whoever uses that server already.
  const applied = await migrateDatabase(adminUrl, givenRolePasswords(environment));
  for (const name of applied) say(`applied ${name}`);
  say(applied.length > 0 ? `${applied.length} migrations applied.` : 'The database is up to date.');
  return 0;
};
