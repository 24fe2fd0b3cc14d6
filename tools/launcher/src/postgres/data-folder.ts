import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LauncherFailure } from '../failure.ts';
import type { ServerPlace } from './server-place.ts';

const major = '18';

export interface DataFolderOptions {
  place: ServerPlace;
  database: string;
  /** Of the superuser `postgres`; set when the folder is made and kept. */
  adminPassword: string;
}

/**
 * Makes the data folder and one database in it, unless they are there already. Made again: a half-made one, and one
 * outside the state folder when that was deleted with its secrets, which is how people begin anew.
 */
export function prepareDataFolder({ place, database, adminPassword }: DataFolderOptions): void {
  const made = join(place.dataFolder, 'servicepro-database');
  const mark = createHash('sha256').update(adminPassword).digest('hex');
  if (existsSync(made)) {
    if (isMarkedBy(readFileSync(made, 'utf8').trim(), mark)) {
      assertVersion(place);
      return;
    }
    if (!place.isOutside) {
      const sentence = `${place.dataFolder} was made with other secrets: restore secrets.json, or delete both to begin anew.`;
      throw new LauncherFailure('failed', sentence);
    }
  }
  for (const entry of existsSync(place.dataFolder) ? readdirSync(place.dataFolder) : []) {
    rmSync(join(place.dataFolder, entry), { recursive: true, force: true });
  }
  initialise(place, adminPassword);
  const create = runServerProgram(
    place,
    'postgres',
    ['--single', '-D', place.dataFolder, 'postgres'],
    `create database ${database}\n`,
  );
  if (create.status !== 0) throw failure('The database could not be created', create);
  writeFileSync(made, `${mark}\n`);
}

/** A mark that is no digest says nothing about secrets, and is taken as it is. */
function isMarkedBy(found: string, mark: string): boolean {
  return found === mark || found.length !== mark.length;
}

function initialise(place: ServerPlace, adminPassword: string): void {
  const passwordFile = `${place.dataFolder}.password`;
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid);
  // The built-in C.UTF-8 sorts the same on every system, whatever locales are installed.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const result = runServerProgram(place, 'initdb', [
    '-D',
    place.dataFolder,
    '--no-sync',
    ...access,
    ...locale,
  ]);
  rmSync(passwordFile);
  if (result.status !== 0) throw failure('The embedded PostgreSQL could not make its data folder', result);
}

function assertVersion(place: ServerPlace): void {
  const found = readFileSync(join(place.dataFolder, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new LauncherFailure(
    'failed',
    `${place.dataFolder} was made by PostgreSQL ${found}, and this is ${major}: move it away to begin anew.`,
  );
}

interface ProgramResult {
  status: number | null;
  output: string;
}

function runServerProgram(place: ServerPlace, program: string, args: string[], input = ''): ProgramResult {
  const result = spawnSync(join(place.binaries, 'bin', program), args, {
    ...place.user,
    cwd: place.dataFolder,
    env: { LC_ALL: 'C' },
    input,
    encoding: 'utf8',
  });
  return { status: result.status, output: result.error?.message ?? `${result.stdout}${result.stderr}` };
}

function failure(sentence: string, result: ProgramResult): LauncherFailure {
  const last = result.output.trim().split('\n').slice(-3).join(' / ');
  return new LauncherFailure('failed', `${sentence}: ${last}`);
}
