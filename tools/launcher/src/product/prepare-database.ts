import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { migrate } from '@servicepro/db/migrate';
import { LauncherFailure, reasonOf } from '../failure.ts';
import type { RolePasswords, Secrets } from '../state/secrets.ts';
import { DemoDescription } from './demo.ts';

/** Brings the schema up to date and gives roles their passwords; a role without one keeps what it has. Resolves to the names of new migrations. */
export async function migrateDatabase(
  adminUrl: string,
  rolePasswords: Partial<RolePasswords>,
): Promise<string[]> {
  try {
    const { applied } = await migrate({ adminUrl, rolePasswords });
    return applied;
  } catch (cause) {
    throw new LauncherFailure('failed', `The database could not be migrated: ${reasonOf(cause)}`, { cause });
  }
}

export interface SeedOptions {
  adminUrl: string;
  secrets: Secrets;
  edgePort: number;
}

/** Fills an empty database with the demo businesses, and describes them; a filled one is only described. */
export async function seedDatabase(options: SeedOptions): Promise<DemoDescription> {
  const module = new URL('../seed/index.ts', import.meta.url);
  if (!existsSync(fileURLToPath(module))) return DemoDescription.parse({});
  const { seed } = await import(module.href);
  return DemoDescription.parse(await seed(options));
}
