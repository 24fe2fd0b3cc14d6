import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildWebApp, webApps } from '../builds/next-builds.ts';
import { inheritedEnvironment } from '../env.ts';
import { projectRoot, type StateFolder } from '../state/state-folder.ts';
import { onePassed, type Step } from './step.ts';

/** The web apps' production builds; one that is up to date passes at once. */
export function buildSteps(state: StateFolder, signal: AbortSignal): Step[] {
  return webApps
    .filter((app) => existsSync(join(projectRoot, 'apps', app, 'src', 'app')))
    .map((app) => ({
      name: `build of ${app}`,
      run: async () => {
        const environment = { ...inheritedEnvironment(), NODE_ENV: 'production' };
        await buildWebApp({ app, root: projectRoot, logFolder: state.logs, environment, signal });
        return onePassed;
      },
    }));
}
