import { LauncherFailure } from '../failure.ts';
import { seedDatabase } from '../product/prepare-database.ts';
import { findRunningProduct } from '../state/running-file.ts';
import { keepSecrets } from '../state/secrets.ts';
import { say } from '../terminal.ts';
import type { Command } from './command-context.ts';

/** `npm run seed -- list | demo [--at …]`: fills the database of what runs here. */
export const seed: Command = async ({ environment, state }) => {
  const running = findRunningProduct(state);
  const adminUrl = environment.DATABASE_URL ?? running?.databaseUrl;
  if (!adminUrl) throw new LauncherFailure('usage', 'Set DATABASE_URL, or start ServicePro first.');
  const edgePort = running?.edgePort ?? environment.PORT;
  const demo = await seedDatabase({ adminUrl, secrets: keepSecrets(state), edgePort });
  say(`The database holds ${demo.tenants.map((tenant) => tenant.name).join(', ') || 'no demo business'}.`);
  return 0;
};
