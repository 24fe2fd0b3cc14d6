import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../state/state-folder.ts';
import { type QuietToolOptions, toolStep } from './quiet-tool.ts';
import type { Step } from './step.ts';

/** What is checked without running anything: style, types, the arrows between packages. */
export function staticChecks(signal: AbortSignal): Step[] {
  const exec = (args: readonly string[], folder?: string): QuietToolOptions => ({
    command: 'pnpm',
    args: ['exec', ...args],
    folder,
    signal,
  });
  return [
    toolStep('biome', exec(['biome', 'check', '--error-on-warnings', '--max-diagnostics=100'])),
    toolStep('types of the backends, packages and tools', exec(['tsc', '-p', 'tsconfig.json'])),
    ...['web-admin', 'site-renderer'].filter(isThere).map((app) => {
      const folder = `apps/${app}`;
      // Route types and next-env.d.ts are made, not kept.
      return toolStep(
        `types of ${app}`,
        exec(['next', 'typegen'], folder),
        exec(['tsc', '--noEmit'], folder),
      );
    }),
    toolStep('arrows between packages (turbo boundaries)', exec(['turbo', 'boundaries'])),
  ];
}

/** What `npm run check` leaves to `npm test`: migrations, and files that nothing reaches. */
export function furtherStaticChecks(signal: AbortSignal): Step[] {
  const folder = 'packages/db';
  const files = globSync('migrations/*.sql', { cwd: join(projectRoot, folder) }).sort();
  const knip = ['exec', 'knip', '--no-progress', '--no-config-hints'];
  return [
    toolStep('migrations (squawk)', { command: 'pnpm', args: ['exec', 'squawk', ...files], folder, signal }),
    toolStep('every file is reached, every import found (knip)', { command: 'pnpm', args: knip, signal }),
  ];
}

function isThere(app: string): boolean {
  return existsSync(join(projectRoot, 'apps', app, 'tsconfig.json'));
}
