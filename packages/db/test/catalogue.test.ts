import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../src/testing.ts';

/** Each breaks the isolation in one way; the catalogue check must name it. */
const mutants: Record<string, { sql: string; finding: string }> = {
  'a table that is not forced': {
    sql: 'alter table customers no force row level security',
    finding: 'row-level security is not forced',
  },
  'a table without row-level security': {
    sql: 'alter table messages disable row level security',
    finding: 'row-level security is off',
  },
  'a policy that lets everything through': {
    sql: 'drop policy tenant_isolation on bookings; create policy tenant_isolation on bookings for all to servicepro_app using (true) with check (true)',
    finding: 'policy differs from the template',
  },
  'a second, permissive policy': {
    sql: 'create policy support on customers for select to servicepro_app using (true)',
    finding: 'policy beside the template',
  },
  'a foreign key without the tenant': {
    sql: 'create unique index mutant_id on customers (id); alter table assets add constraint mutant foreign key (customer_id) references customers (id)',
    finding: 'foreign key without tenant_id on both sides',
  },
  'a global unique index': {
    sql: 'create unique index mutant on contact_points (value)',
    finding: 'unique index does not start with tenant_id',
  },
  'a materialized view': {
    sql: 'create materialized view mutant as select * from customers',
    finding: 'materialized view',
  },
  'a view with its owner’s rights': {
    sql: 'create view mutant as select * from customers',
    finding: "view runs with its owner's rights",
  },
  'a function with its owner’s rights': {
    sql: "create function mutant() returns bigint language sql security definer set search_path = public as 'select count(*) from customers'",
    finding: "function runs with its owner's rights",
  },
  'an app role that bypasses policies': {
    sql: 'alter role servicepro_app bypassrls',
    finding: 'role may do more than it should',
  },
  'an app role that is a member of the owner': {
    sql: 'grant servicepro_owner to servicepro_app',
    finding: 'role is a member of the owner',
  },
  'an app role that may truncate': {
    sql: 'grant truncate on customers to servicepro_app',
    finding: 'role may truncate, reference or hang triggers on a table',
  },
  'a table that nobody protected': {
    sql: 'create table mutant (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id))',
    finding: 'row-level security is off',
  },
  'ids from a sequence': {
    sql: "create table mutant (tenant_id uuid not null, id bigserial, primary key (tenant_id, id)); select protect_tenant_table('mutant')",
    finding: 'id is not a UUID',
  },
  'an audit log that can be changed': {
    sql: 'grant update on audit_log to servicepro_app',
    finding: 'audit may be changed',
  },
};

describe('the catalogue check', () => {
  let database: TestDatabase;
  let check: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    check = await readFile(new URL('../checks/catalogue.sql', import.meta.url), 'utf8');
  });
  afterAll(() => database.drop());

  it('finds nothing in a freshly migrated database', async () => {
    expect((await database.admin.query(check)).rows).toEqual([]);
  });

  for (const [name, mutant] of Object.entries(mutants)) {
    it(`catches ${name}`, async () => {
      expect(await findingsAfter(mutant.sql)).toContain(mutant.finding);
    });
  }

  /** What the check says of a change that is then rolled back: roles belong to the whole server. */
  async function findingsAfter(sql: string): Promise<string[]> {
    const client = new pg.Client(database.adminUrl);
    await client.connect();
    try {
      await client.query('begin');
      await client.query(sql);
      return await findings(client);
    } finally {
      await client.query('rollback');
      await client.end();
    }
  }

  async function findings(client: pg.Client): Promise<string[]> {
    return (await client.query(check)).rows.map((row) => row.finding);
  }
});
