import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../src/testing.ts';

interface Column {
  table_name: string;
  column_name: string;
}

describe('a connection of the app role', () => {
  let database: TestDatabase;
  let app: pg.Client;
  let tables: string[];
  let foreignKeys: { table: string; column: string; target: string }[];

  beforeAll(async () => {
    database = await createTestDatabase();
    app = new pg.Client(database.urls.servicepro_app);
    await app.connect();
    tables = (
      await database.admin.query<Column>(
        `select c.relname as table_name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relforcerowsecurity
           and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') order by 1`,
      )
    ).rows.map((row) => row.table_name);
    foreignKeys = await readForeignKeys();
  });
  afterAll(async () => {
    await app.end();
    await database.drop();
  });

  it('has tables to be kept apart', () => {
    expect(tables.length).toBeGreaterThanOrEqual(28);
  });

  it.each([
    ['without a tenant', null],
    ['with an empty tenant', ''],
    ['with a tenant that is no UUID', 'not-a-uuid'],
  ])(
    '%s gets an error from every table for every kind of statement: no row, no write',
    async (_, setting) => {
      if (setting === null) await app.query('reset app.tenant_id');
      else await app.query("select set_config('app.tenant_id', $1, false)", [setting]);
      const outcomes: string[] = [];
      for (const table of tables) {
        for (const statement of statementsOn(table)) outcomes.push(await outcomeOf(statement));
      }
      await app.query('reset app.tenant_id');
      expect(outcomes.filter((outcome) => outcome !== 'error')).toEqual([]);
    },
  );

  it('sees, changes and removes nothing of another tenant, in any table', async () => {
    const [mine, theirs] = [await database.createTenant(), await database.createTenant()];
    await database.admin.query("insert into customers (tenant_id, name) values ($1, 'canary')", [
      theirs.tenantId,
    ]);
    await database.admin.query(
      "insert into audit_log (tenant_id, actor_kind, action, subject_kind) values ($1, 'system', 'x.y', 'z')",
      [theirs.tenantId],
    );
    await app.query("select set_config('app.tenant_id', $1, false)", [mine.tenantId]);
    for (const table of tables) {
      const seen = await app.query(`select count(*)::int as n from ${table} where tenant_id = $1`, [
        theirs.tenantId,
      ]);
      expect(seen.rows[0].n, table).toBe(0);
    }
    expect((await app.query("update customers set name = 'taken'")).rowCount).toBe(0);
    expect((await app.query('delete from customers')).rowCount).toBe(0);
    await expect(
      app.query("insert into customers (tenant_id, name) values ($1, 'x')", [theirs.tenantId]),
    ).rejects.toThrow(/row-level security/);
    await app.query('reset app.tenant_id');
  });

  it('has the tenant on both sides of every foreign key, so that no id of another tenant can be pointed at', async () => {
    expect(foreignKeys.length).toBeGreaterThanOrEqual(25);
    for (const key of foreignKeys) {
      const foreign = await database.admin.query(
        `select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1`,
        [key.column],
      );
      expect(foreign.rows[0]?.text, `${key.table}.${key.column}`).toMatch(
        /^FOREIGN KEY \(tenant_id, \w+\) REFERENCES \w+\(tenant_id, \w+\)/,
      );
    }
  });

  it('cannot point at another tenant’s row: customer, conversation, service, booking', async () => {
    const [mine, theirs] = [await database.createTenant(), await database.createTenant()];
    const customer = (
      await database.admin.query(
        "insert into customers (tenant_id, name) values ($1, 'theirs') returning id",
        [theirs.tenantId],
      )
    ).rows[0].id;
    await app.query("select set_config('app.tenant_id', $1, false)", [mine.tenantId]);
    const errorFor = async (id: string) => {
      try {
        await app.query("insert into contact_points (kind, value, customer_id) values ('phone', $1, $2)", [
          `+1512${Math.floor(Math.random() * 1e7)}`,
          id,
        ]);
        return 'stored';
      } catch (cause) {
        return cause instanceof pg.DatabaseError ? `${cause.code} ${cause.constraint}` : 'other';
      }
    };
    await fc.assert(
      fc.asyncProperty(
        fc.uuid(),
        async (unknown) => (await errorFor(unknown)) === (await errorFor(customer)),
      ),
      { numRuns: 20 },
    );
    expect(await errorFor(customer)).toContain('23503');
    await app.query('reset app.tenant_id');
  });

  async function outcomeOf(statement: string): Promise<string> {
    try {
      const { rowCount } = await app.query(statement);
      return `${statement}: ${rowCount} rows`;
    } catch {
      return 'error';
    }
  }

  function statementsOn(table: string): string[] {
    const id = randomUUID();
    return [
      `select * from ${table}`,
      `select * from ${table} where tenant_id = '${id}'`,
      `select count(*) from ${table}`,
      `insert into ${table} (tenant_id) values ('${id}')`,
      `insert into ${table} default values`,
      `update ${table} set tenant_id = tenant_id`,
      `delete from ${table}`,
      `copy ${table} to stdout`,
      `insert into ${table} (tenant_id) values ('${id}') on conflict do nothing`,
    ];
  }

  async function readForeignKeys(): Promise<{ table: string; column: string; target: string }[]> {
    const { rows } = await database.admin.query(
      `select k.conrelid::regclass::text as table, k.conname as column, k.confrelid::regclass::text as target from pg_constraint k
       where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.confrelid <> 'tenants'::regclass`,
    );
    return rows;
  }
});
