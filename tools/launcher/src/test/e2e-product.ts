import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { toolEnvironment } from '../env.ts';
import { LauncherFailure } from '../failure.ts';
import { findFreeEdgePort } from '../ports.ts';
import { clearServerPlace } from '../postgres/server-place.ts';
import { describeWhere, type Where } from '../product/where.ts';
import { findRunningProduct } from '../state/running-file.ts';
import { openStateFolder, projectRoot, type StateFolder } from '../state/state-folder.ts';

const startSeconds = 300;

/** Starts a product of its own, with empty data, by the same command that people use. */
export async function startFreshProduct(parent: StateFolder, running: AsyncDisposableStack): Promise<Where> {
  const state = openStateFolder(join(parent.path, 'e2e'));
  clearServerPlace(state, 'postgres');
  rmSync(state.path, { recursive: true, force: true });
  openStateFolder(state.path);
  const port = await findFreeEdgePort(4300);
  const logFile = join(parent.logs, 'e2e-start.log');
  const log = openSync(logFile, 'w');
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(projectRoot, 'tools/launcher/src/main.ts'),
      'start',
      '--port',
      String(port),
    ],
    {
      cwd: projectRoot,
      env: { ...productEnvironment(), SERVICEPRO_STATE_DIR: state.path },
      stdio: ['ignore', log, log],
      detached: true,
    },
  );
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  running.defer(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  const deadlineMs = performance.now() + startSeconds * 1000;
  while (child.exitCode === null && performance.now() < deadlineMs) {
    const product = findRunningProduct(state);
    if (product?.ready) return describeWhere(product, state.path);
    await sleep(250);
  }
  const last = readFileSync(logFile, 'utf8').trim().split('\n').slice(-20).join('\n');
  throw new LauncherFailure('failed', `${last}\nThe product for the browser tests did not start.`);
}

/** A developer's own settings must not steer the product under test. */
function productEnvironment(): Record<string, string> {
  const steering = [
    'PORT',
    'DATABASE_URL',
    'REDIS_URL',
    'CLOCK_AT',
    'TWILIO_ACCOUNT_SID',
    'TWILIO_AUTH_TOKEN',
  ];
  return Object.fromEntries(Object.entries(toolEnvironment()).filter(([name]) => !steering.includes(name)));
}
