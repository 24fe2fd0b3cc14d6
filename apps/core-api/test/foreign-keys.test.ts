import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEntities, type TenantEntities } from './tenant-entities.fixture.ts';

interface ForeignKey {
  name: string;
  table: string;
  column: string;
  target: string;
  target_column: string;
}

describe('a foreign key', () => {
  let database: TestDatabase;
  let mine: TenantEntities;
  let theirs: TenantEntities;
  let keys: ForeignKey[];

  beforeAll(async () => {
    database = await createTestDatabase();
    mine = await createEntities(database, await database.createTenant());
    theirs = await createEntities(database, await database.createTenant());
    keys = (
      await database.admin.query<ForeignKey>(
        `select k.conname as name, k.conrelid::regclass::text as table, a.attname as column, k.confrelid::regclass::text as target, b.attname as target_column
         from pg_constraint k
         cross join lateral unnest(k.conkey, k.confkey) as pair (mine, theirs)
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.mine and a.attname <> 'tenant_id'
         join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.theirs
         where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.confrelid <> 'tenants'::regclass order by 1`,
      )
    ).rows;
  });
  afterAll(() => database.drop());

  it('takes another tenant’s id for no more than an id that is nobody’s: every column, the same error', async () => {
    const outcomes: Record<string, string> = {};
    for (const key of keys) {
      const foreign = await idOf(key, theirs.tenantId);
      const [withForeign, withUnknown] = [await point(key, foreign), await point(key, unknownLike(foreign))];
      outcomes[key.name] = withForeign === withUnknown ? withForeign : `${withForeign} / ${withUnknown}`;
    }
    expect(keys.length).toBeGreaterThanOrEqual(25);
    expect(outcomes).toEqual(Object.fromEntries(keys.map((key) => [key.name, `23503 ${key.name}`])));
  });

  it('takes an id of the same tenant', async () => {
    const taken: string[] = [];
    for (const key of keys)
      if ((await point(key, await idOf(key, mine.tenantId))) === 'taken') taken.push(key.name);
    expect(taken.length).toBeGreaterThanOrEqual(20);
  });

  /** A row of the target table that belongs to a tenant. Made where the scene has none. */
  async function idOf(key: ForeignKey, tenantId: string): Promise<string> {
    const { rows } = await database.admin.query(
      `select ${key.target_column} as id from ${key.target} where tenant_id = $1 limit 1`,
      [tenantId],
    );
    if (!rows[0]) throw new Error(`the scene has no row in ${key.target} for ${key.name}`);
    return rows[0].id;
  }

  /** Points one of our rows at an id, as the app role inside our tenant, and takes it back. */
  async function point(key: ForeignKey, id: string): Promise<string> {
    const client = await database.app.pool.connect();
    try {
      await client.query(`begin; set local app.tenant_id = '${mine.tenantId}'`);
      const found = await client.query(`select to_jsonb(x) as row from ${key.table} x limit 1`);
      if (!found.rows[0]) throw new Error(`the scene has no row in ${key.table}`);
      const row: Record<string, unknown> = { ...found.rows[0].row, [key.column]: id };
      if ('id' in row) row.id = randomUUID();
      await client.query(`set constraints all immediate`);
      const canUpdate = (
        await client.query('select has_table_privilege($1, $2) as can', [key.table, 'update'])
      ).rows[0].can;
      if (canUpdate)
        await client.query(
          `update ${key.table} set ${key.column} = $1 where ctid = (select ctid from ${key.table} limit 1)`,
          [id],
        );
      else
        await client.query(
          `insert into ${key.table} select * from jsonb_populate_record(null::${key.table}, $1::jsonb)`,
          [JSON.stringify({ ...row, position: 99, subscriber: 'other' })],
        );
      return 'taken';
    } catch (cause) {
      return cause instanceof pg.DatabaseError ? `${cause.code} ${cause.constraint}` : String(cause);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
});

/** An id of the same shape that is nobody's. */
function unknownLike(id: string): string {
  return /^[0-9a-f]{8}-/.test(id) ? randomUUID() : `AC${randomUUID().replaceAll('-', '')}`;
}
