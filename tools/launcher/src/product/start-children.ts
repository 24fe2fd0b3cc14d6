import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildWebApp, webApps } from '../builds/next-builds.ts';
import type { ChildSpec } from '../children/child-spec.ts';
import { type SupervisedChild, superviseChild } from '../children/supervised-child.ts';
import { inheritedEnvironment } from '../env.ts';
import { projectRoot, type StateFolder } from '../state/state-folder.ts';
import { seconds } from '../terminal.ts';
import type { ProductChildren } from './child-specs.ts';

/** Children get this long to finish what they are doing; a terminal's user waits no longer. */
const graceSeconds = 5;
const readySeconds = 90;

export interface StartChildrenOptions {
  children: ProductChildren;
  /** The web apps start once these are done. */
  builds: Promise<void>;
  state: StateFolder;
  show: (line: string) => void;
  onStarted: (name: string, pid: number) => void;
  /** Done once the backends answer, such as telling the stand-ins what they play. */
  afterBackends: () => Promise<void>;
}

/** Starts the backends at once and the web apps when they are built; resolves when every one of them answers. */
export async function startChildren(
  options: StartChildrenOptions,
  running: AsyncDisposableStack,
): Promise<void> {
  const { children, builds, state, show, onStarted } = options;
  const begun: SupervisedChild[] = [];
  running.defer(async () => {
    await Promise.all(begun.map((child) => child.stop(graceSeconds)));
  });
  const begin = async (specs: readonly ChildSpec[]) => {
    if (running.disposed) return;
    const started = specs.map((spec) => superviseChild(spec, { logFolder: state.logs, show, onStarted }));
    begun.push(...started);
    await Promise.all(started.map((child) => child.ready(readySeconds)));
  };
  await Promise.all([
    begin(children.backends).then(options.afterBackends),
    builds.then(() => begin(children.webApps)),
  ]);
}

export interface BuildAllOptions {
  state: StateFolder;
  say: (line: string) => void;
  signal: AbortSignal;
}

/** Builds the web apps side by side where their content changed. */
export async function buildWebApps({ state, say, signal }: BuildAllOptions): Promise<void> {
  const sinceMs = performance.now();
  const environment = { ...inheritedEnvironment(), NODE_ENV: 'production' };
  const build = async (app: (typeof webApps)[number]) => {
    const done = await buildWebApp({ app, root: projectRoot, logFolder: state.logs, environment, signal });
    if (done === 'built') say(`Built ${app} (${seconds(sinceMs)}).`);
  };
  const there = webApps.filter((app) => existsSync(join(projectRoot, 'apps', app, 'src', 'app')));
  await Promise.all(there.map(build));
}
