import { migrate } from '@servicepro/db/migrate';
import { LauncherFailure, reasonOf } from '../failure.ts';
import { type SeedOptions, seed } from '../seed/index.ts';
import type { RolePasswords } from '../state/secrets.ts';
import type { DemoDescription } from './demo.ts';

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

/** Lays the demo's businesses where they are not there yet, and describes them. */
export async function seedDatabase(options: SeedOptions): Promise<DemoDescription> {
  try {
    return await seed(options);
  } catch (cause) {
    throw new LauncherFailure('failed', `The demo could not be laid: ${reasonOf(cause)}`, { cause });
  }
}
