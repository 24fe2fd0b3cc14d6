import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildSpec } from '../children/child-spec.ts';
import { projectRoot } from '../state/state-folder.ts';
import {
  backendEnvironment,
  type ProductSettings,
  standInsEnvironment,
  webEnvironment,
} from './child-environments.ts';

/** Small young generations: a demo on a laptop wants memory more than the last request per second. */
const nodeFlags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4'];

export type Mode = 'start' | 'dev';

export interface ProductChildren {
  /** Node processes that need nothing but the database. */
  backends: ChildSpec[];
  /** Next.js apps; under `start` they need their builds. */
  webApps: ChildSpec[];
  /** Sentences about what is not in this checkout. */
  absent: string[];
}

/** Every process of the product with its command line and environment. */
export function describeChildren(settings: ProductSettings, mode: Mode): ProductChildren {
  const { ports } = settings;
  const backends = [
    nodeChild('stand-ins', 'tools/stand-ins', ports.standIns, standInsEnvironment(settings), mode),
    nodeChild('core-api', 'apps/core-api', ports.coreApi, backendEnvironment(settings, ports.coreApi), mode),
    nodeChild(
      'telephony-gateway',
      'apps/telephony-gateway',
      ports.telephonyGateway,
      backendEnvironment(settings, ports.telephonyGateway),
      mode,
    ),
    nodeChild(
      'ai-worker',
      'apps/ai-worker',
      ports.aiWorker,
      backendEnvironment(settings, ports.aiWorker),
      mode,
    ),
  ];
  const webApps = [
    nextChild('web-admin', 'apps/web-admin', ports.webAdmin, webEnvironment(settings, ports.webAdmin), mode),
    nextChild(
      'site-renderer',
      'apps/site-renderer',
      ports.siteRenderer,
      webEnvironment(settings, ports.siteRenderer),
      mode,
    ),
  ];
  const isThere = (entry: string) => (spec: ChildSpec) => existsSync(join(spec.cwd, entry));
  const there = {
    backends: backends.filter(isThere('src/main.ts')),
    webApps: webApps.filter(isThere('src/app')),
  };
  const names = new Set([...there.backends, ...there.webApps].map((spec) => spec.name));
  const absent = [...backends, ...webApps]
    .filter((spec) => !names.has(spec.name))
    .map((spec) => `${spec.name} is not in this checkout and is left out.`);
  return { ...there, absent };
}

function nodeChild(
  name: string,
  folder: string,
  port: number,
  environment: Record<string, string>,
  mode: Mode,
): ChildSpec {
  const watch = mode === 'dev' ? ['--watch', '--watch-preserve-output'] : [];
  return {
    name,
    command: process.execPath,
    args: [...nodeFlags, ...watch, join(projectRoot, folder, 'src/main.ts')],
    cwd: join(projectRoot, folder),
    environment,
    readyUrl: `http://127.0.0.1:${port}/health/ready`,
  };
}

function nextChild(
  name: string,
  folder: string,
  port: number,
  environment: Record<string, string>,
  mode: Mode,
): ChildSpec {
  const cwd = join(projectRoot, folder);
  // By the name `localhost`, which Next.js writes into its own addresses: with 127.0.0.1 it takes its rewrites for
  // another server's and passes requests on to itself.
  return {
    name,
    command: process.execPath,
    args: [
      ...nodeFlags,
      join(cwd, 'node_modules/next/dist/bin/next'),
      mode,
      '--port',
      String(port),
      '--hostname',
      'localhost',
    ],
    cwd,
    environment,
    readyUrl: `http://localhost:${port}/`,
  };
}
