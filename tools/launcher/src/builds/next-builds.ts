import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LauncherFailure } from '../failure.ts';
import { hashSources } from './source-hash.ts';

export const webApps = ['web-admin', 'site-renderer'] as const;
export type WebApp = (typeof webApps)[number];

export interface BuildOptions {
  app: WebApp;
  root: string;
  logFolder: string;
  environment: Record<string, string>;
  signal?: AbortSignal;
}

/** Builds one Next.js app unless the build that is there was made from the same content. Resolves to what it did. */
export async function buildWebApp(options: BuildOptions): Promise<'built' | 'unchanged'> {
  const folder = `apps/${options.app}`;
  const stamp = join(options.root, folder, '.next', 'servicepro-source-hash');
  const wanted = hashSources(options.root, folder);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'unchanged';
  rmSync(stamp, { force: true });
  await runBuild(options, join(options.root, folder));
  writeFileSync(stamp, wanted);
  return 'built';
}

async function runBuild({ app, logFolder, environment, signal }: BuildOptions, cwd: string): Promise<void> {
  const output: string[] = [];
  const exitCode = await new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, [join(cwd, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => output.push(String(data)));
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
  mkdirSync(logFolder, { recursive: true });
  const logFile = join(logFolder, `${app}-build.log`);
  writeFileSync(logFile, output.join(''));
  if (exitCode === 0) return;
  const last = output.join('').trim().split('\n').slice(-25).join('\n');
  throw new LauncherFailure(
    'failed',
    `${last}\n${app} could not be built; the whole output is in ${logFile}.`,
  );
}
