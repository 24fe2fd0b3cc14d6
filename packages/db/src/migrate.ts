import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const folder = fileURLToPath(new URL('../migrations/', import.meta.url));
const lockKey = 7_266_001;

export const loginRoles = [
  'servicepro_app',
  'servicepro_relay',
  'servicepro_platform',
  'servicepro_auth',
  'servicepro_queue',
] as const;
export type LoginRole = (typeof loginRoles)[number];

export interface MigrateOptions {
  /** A URL whose user may create roles and extensions: the cluster's administrator. */
  adminUrl: string;
  /** Passwords to give to the roles that log in; a role without one keeps what it has. */
  rolePasswords?: Partial<Record<LoginRole, string>>;
}

/**
 * Brings a database to the newest schema, forward only, each file in a transaction of its own. Idempotent, and safe when
 * several processes start at once (advisory lock). Throws when a file that was applied has changed since.
 */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const client = new pg.Client({
    connectionString: options.adminUrl,
    application_name: 'servicepro-migrate',
  });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const applied = await applyPending(client);
    await setPasswords(client, options.rolePasswords ?? {});
    return { applied };
  } finally {
    await client.end();
  }
}

/** Names a set of migrations: a test template made of the same files can be used again. */
export async function migrationsFingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await readMigrations()) hash.update(file.name).update(file.sql);
  return hash.digest('hex').slice(0, 16);
}

async function applyPending(client: pg.Client): Promise<string[]> {
  await client.query(
    'create table if not exists public.migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
  );
  const known = new Map(
    (await client.query('select name, sha256 from public.migrations')).rows.map((row) => [
      row.name,
      row.sha256,
    ]),
  );
  const applied: string[] = [];
  for (const file of await readMigrations()) {
    const sha256 = createHash('sha256').update(file.sql).digest('hex');
    const before = known.get(file.name);
    if (before === sha256) continue;
    if (before)
      throw new Error(`migration ${file.name} was changed after it was applied: write a new one instead`);
    await applyOne(client, file, sha256);
    applied.push(file.name);
  }
  return applied;
}

async function applyOne(client: pg.Client, file: Migration, sha256: string): Promise<void> {
  await client.query('begin');
  try {
    if (!file.asAdmin) await client.query('set local role servicepro_owner');
    await client.query(file.sql);
    await client.query('reset role');
    await client.query('insert into public.migrations (name, sha256) values ($1, $2)', [file.name, sha256]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Error(
      `migration ${file.name} failed: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  } finally {
    await client.query('reset lock_timeout; reset statement_timeout');
  }
}

async function setPasswords(client: pg.Client, passwords: Partial<Record<LoginRole, string>>): Promise<void> {
  for (const role of loginRoles) {
    const password = passwords[role];
    if (password === undefined) continue;
    await client.query(`alter role ${role} login password ${client.escapeLiteral(password)}`);
  }
}

interface Migration {
  name: string;
  sql: string;
  asAdmin: boolean;
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(folder + name, 'utf8');
      return { name, sql, asAdmin: sql.startsWith('-- role: admin') };
    }),
  );
}
