import { LauncherFailure } from '../failure.ts';
import { migrateDatabase } from '../product/prepare-database.ts';
import { findRunningProduct } from '../state/running-file.ts';
import { keepSecrets } from '../state/secrets.ts';
import { say } from '../terminal.ts';
import type { Command } from './command-context.ts';

/** `npm run migrate`: brings DATABASE_URL, or the database of what runs here, to the newest schema. */
export const migrate: Command = async ({ environment, state }) => {
  const adminUrl = environment.DATABASE_URL ?? findRunningProduct(state)?.databaseUrl;
  if (!adminUrl) {
    throw new LauncherFailure(
      'usage',
      'Set DATABASE_URL to an administrator of the database, or start ServicePro first.',
    );
  }
  const applied = await migrateDatabase(adminUrl, keepSecrets(state));
  for (const name of applied) say(`applied ${name}`);
  say(applied.length > 0 ? `${applied.length} migrations applied.` : 'The database is up to date.');
  return 0;
};
