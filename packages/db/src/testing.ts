import { randomUUID } from 'node:crypto';
import { systemContext, type TenantContext } from '@servicepro/tenant-context';
import pg from 'pg';
import { createPool } from './connection.ts';
import { readTestAdminUrl } from './env.ts';
import { type LoginRole, loginRoles, migrate, migrationsFingerprint } from './migrate.ts';
import { type AppDatabase, createAppDatabase } from './tenant-db.ts';

/** Test databases are reached by these passwords where the server asks for one. */
const testPassword = 'servicepro-test';
const templateLockKey = 7_266_002;

export interface TestDatabase {
  name: string;
  adminUrl: string;
  /** One URL for each role that logs in. */
  urls: Record<LoginRole, string>;
  /** The app role's database, as the slices get it. */
  app: AppDatabase;
  /** Rows as the administrator sees them, for assertions and for setting a scene. */
  admin: pg.Pool;
  /** Makes a tenant with a profile and answers a context for it. */
  createTenant(options?: TestTenantOptions): Promise<TenantContext & { slug: string }>;
  /** Closes every connection and removes the database. */
  drop(): Promise<void>;
}

export interface TestTenantOptions {
  slug?: string;
  name?: string;
  timeZone?: string;
  status?: 'active' | 'suspended' | 'cancelled';
  isRoot?: boolean;
  /** E.164; also becomes its address. */
  number?: string;
  packId?: string;
}

/** A database of the newest schema for one test file: a clone of a template that is migrated once for each set of migrations. */
export async function createTestDatabase(
  options: { adminUrl?: string; maxConnections?: number } = {},
): Promise<TestDatabase> {
  const adminUrl = options.adminUrl ?? readTestAdminUrl();
  const template = await ensureTemplate(adminUrl);
  const name = `sp_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  await withAdmin(adminUrl, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  );
  await copyRoleSettings(adminUrl, template, name);
  const urls = roleUrls(adminUrl, name);
  const pool = createPool(urls.servicepro_app, {
    max: options.maxConnections ?? 10,
    applicationName: 'test',
  });
  const admin = createPool(onDatabase(adminUrl, name), { max: 4, applicationName: 'test-admin' });
  return {
    name,
    adminUrl: onDatabase(adminUrl, name),
    urls,
    app: createAppDatabase(pool),
    admin,
    createTenant: (tenant) => createTenant(admin, tenant),
    async drop() {
      await Promise.all([pool.end(), admin.end()]);
      await withAdmin(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function createTenant(
  admin: pg.Pool,
  options: TestTenantOptions = {},
): Promise<TenantContext & { slug: string }> {
  const slug = options.slug ?? `t-${randomUUID().slice(0, 13)}`;
  const { rows } = await admin.query(
    'insert into tenants (slug, name, status, is_root, pack_id) values ($1, $2, $3, $4, $5) returning id',
    [
      slug,
      options.name ?? slug,
      options.status ?? 'active',
      options.isRoot ?? false,
      options.packId ?? 'detailing',
    ],
  );
  const id: string = rows[0].id;
  const number = options.number ?? null;
  await admin.query('insert into tenant_profiles (tenant_id, time_zone, phone) values ($1, $2, $3)', [
    id,
    options.timeZone ?? 'America/Chicago',
    number ?? '+15125550199',
  ]);
  const addresses: [string, string][] = [
    ['slug', slug],
    ['host', `${slug}.localhost`],
  ];
  if (number) addresses.push(['phone', number]);
  if (options.isRoot) addresses.push(['root', 'root']);
  for (const [kind, key] of addresses) {
    await admin.query('insert into tenant_addresses (kind, key, tenant_id) values ($1, $2, $3)', [
      kind,
      key,
      id,
    ]);
  }
  return { ...systemContext(id, 'test'), slug };
}

async function ensureTemplate(adminUrl: string): Promise<string> {
  const name = `sp_template_${await migrationsFingerprint()}`;
  await withAdmin(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLockKey]);
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [
      name,
    ]);
    if (rowCount) return;
    await client.query(`drop database if exists ${name}`);
    await client.query(`create database ${name} encoding 'UTF8' template template0`);
    const rolePasswords = Object.fromEntries(loginRoles.map((role) => [role, testPassword]));
    await migrate({ adminUrl: onDatabase(adminUrl, name), rolePasswords });
    await client.query(`alter database ${name} is_template true`);
  });
  return name;
}

/** Settings of roles in a database are not cloned with it. */
async function copyRoleSettings(adminUrl: string, from: string, to: string): Promise<void> {
  await withAdmin(adminUrl, async (client) => {
    const { rows } = await client.query(
      `select r.rolname as role, unnest(s.setconfig) as setting from pg_db_role_setting s
       join pg_roles r on r.oid = s.setrole join pg_database d on d.oid = s.setdatabase where d.datname = $1`,
      [from],
    );
    const statements = rows.map(({ role, setting }) => {
      const [key, ...value] = String(setting).split('=');
      return `alter role ${role} in database ${to} set ${key} = ${client.escapeLiteral(value.join('='))}`;
    });
    if (statements.length > 0) await client.query(statements.join(';'));
  });
}

function roleUrls(adminUrl: string, database: string): Record<LoginRole, string> {
  const url = (role: LoginRole): string => {
    const parsed = new URL(onDatabase(adminUrl, database));
    parsed.username = role;
    parsed.password = testPassword;
    return parsed.href;
  };
  return {
    servicepro_app: url('servicepro_app'),
    servicepro_relay: url('servicepro_relay'),
    servicepro_platform: url('servicepro_platform'),
    servicepro_auth: url('servicepro_auth'),
    servicepro_queue: url('servicepro_queue'),
  };
}

function onDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.href;
}

async function withAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'servicepro-test-admin' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
