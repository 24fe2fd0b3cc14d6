import { limitRepeats } from '../children/repeat-limit.ts';
import { type Edge, openEdge } from '../edge/edge-server.ts';
import { givenRolePasswords, type LauncherEnvironment } from '../env.ts';
import { assertPortsFree, type Ports, portsFrom } from '../ports.ts';
import { openLastingDatabase } from '../postgres/lasting-database.ts';
import { type RunningProduct, removeRunningFile, writeRunningFile } from '../state/running-file.ts';
import { keepSecrets, type Secrets } from '../state/secrets.ts';
import type { StateFolder } from '../state/state-folder.ts';
import { seconds } from '../terminal.ts';
import { describeChildren, type Mode } from './child-specs.ts';
import { emptyDemo } from './demo.ts';
import { settleEarlierStart } from './leftovers.ts';
import { prepareDatabase } from './prepare-database.ts';
import { registerCarrier } from './stand-in-control.ts';
import { buildWebApps, startChildren } from './start-children.ts';

export interface StartOptions {
  mode: Mode;
  environment: LauncherEnvironment;
  state: StateFolder;
  say: (line: string) => void;
  /** Ends the start early, wherever it is. */
  signal: AbortSignal;
}

/**
 * Starts everything, in an order in which each part finds what it needs, and resolves when all of it answers. What was
 * started is put on `running`, so that its owner stops it in reverse order, also when a later part fails.
 */
export async function startProduct(
  options: StartOptions,
  running: AsyncDisposableStack,
): Promise<RunningProduct> {
  const { environment, state, mode, say } = options;
  const failed = new AbortController();
  running.defer(() => failed.abort());
  const signal = AbortSignal.any([options.signal, failed.signal]);
  const ports = portsFrom(environment.PORT);
  const kept = keepSecrets(state);
  const secrets = { ...kept, rolePasswords: { ...kept.rolePasswords, ...givenRolePasswords(environment) } };
  await settleEarlierStart(state);
  await assertPortsFree(environment.DATABASE_URL ? { ...ports, postgres: undefined } : ports);
  running.defer(() => removeRunningFile(state));
  const product = blankProduct(environment);
  const onStarted = (name: string, pid: number) => {
    product.pids[name] = pid;
    writeRunningFile(state, product);
  };
  const show = limitRepeats(say, () => performance.now());

  // The builds need no database, and the database needs no builds.
  const builds = mode === 'start' ? buildWebApps({ state, say, signal }) : Promise.resolve();
  builds.catch(() => undefined);
  await openDatabase({ options, ports, secrets, product, show, onStarted }, running);
  signal.throwIfAborted();

  const settings = { environment, ports, secrets, state, adminUrl: product.databaseUrl, demo: product.demo };
  const children = describeChildren(settings, mode);
  for (const sentence of children.absent) say(sentence);
  const edge = await openProductEdge(ports, environment.HOST);
  running.defer(edge.close);
  const afterBackends = () => registerCarrier(`http://127.0.0.1:${ports.standIns}`, product.demo.carrier);
  await startChildren({ children, builds, state, show, onStarted, afterBackends }, running);
  product.ready = true;
  writeRunningFile(state, product);
  return product;
}

function blankProduct(environment: LauncherEnvironment): RunningProduct {
  return {
    launcherPid: process.pid,
    edgePort: environment.PORT,
    startedAt: new Date().toISOString(),
    ready: false,
    databaseUrl: '',
    redisUrl: environment.REDIS_URL,
    demo: emptyDemo,
    pids: {},
  };
}

interface DatabaseParts {
  options: StartOptions;
  ports: Ports;
  secrets: Secrets;
  product: RunningProduct;
  show: (line: string) => void;
  onStarted: (name: string, pid: number) => void;
}

async function openDatabase(parts: DatabaseParts, running: AsyncDisposableStack): Promise<void> {
  const { options, ports, secrets, product, show, onStarted } = parts;
  const sinceMs = performance.now();
  const database = await openLastingDatabase({
    state: options.state,
    secrets,
    url: options.environment.DATABASE_URL,
    port: ports.postgres,
    show,
    onStarted: (pid) => onStarted('postgres', pid),
  });
  running.defer(database.stop);
  product.databaseUrl = database.adminUrl;
  const request = {
    adminUrl: database.adminUrl,
    secrets,
    edgePort: ports.edge,
    at: options.environment.CLOCK_AT,
  };
  const { applied, demo } = await prepareDatabase(request, options.signal);
  product.demo = demo;
  const migrations = applied.length > 0 ? `, ${applied.length} migrations` : '';
  options.say(`Database ready (${seconds(sinceMs)}${migrations}).`);
}

function openProductEdge(ports: Ports, host: string): Promise<Edge> {
  const at = (port: number) => `http://127.0.0.1:${port}`;
  return openEdge({
    port: ports.edge,
    host,
    targets: {
      'core-api': at(ports.coreApi),
      'telephony-gateway': at(ports.telephonyGateway),
      'web-admin': `http://localhost:${ports.webAdmin}`,
      'site-renderer': `http://localhost:${ports.siteRenderer}`,
      'stand-ins': at(ports.standIns),
    },
  });
}
