import { systemContext, type TenantContext } from '@servicepro/tenant-context';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppDatabase, createAppDatabase, createPool, readAsTenant, withTenant } from '../src/index.ts';
import { createTestDatabase, type TestDatabase } from '../src/testing.ts';

describe('readAsTenant', () => {
  let fixture: TestDatabase;
  let pool: ReturnType<typeof createPool>;
  let database: AppDatabase;
  let mine: TenantContext;
  let theirs: TenantContext;

  beforeAll(async () => {
    fixture = await createTestDatabase();
    // One connection: what a transaction leaves behind would meet the next one.
    pool = createPool(fixture.urls.servicepro_app, { max: 1 });
    database = createAppDatabase(pool);
    [mine, theirs] = [
      systemContext((await fixture.createTenant()).tenantId, 'test'),
      systemContext((await fixture.createTenant()).tenantId, 'test'),
    ];
    for (const [context, name] of [[mine, 'mine'] as const, [theirs, 'theirs'] as const])
      await withTenant(database, context, (db) => db.insertInto('customers').values({ name }).execute());
  });
  afterAll(async () => {
    await pool.end();
    await fixture.drop();
  });

  const names = (context: TenantContext) =>
    readAsTenant(database, context, async (db) =>
      (await db.selectFrom('customers').select('name').execute()).map((row) => row.name),
    );

  it('gives each of many readers on one connection the rows of its own tenant', async () => {
    const read = await Promise.all(Array.from({ length: 500 }, (_, n) => names(n % 2 ? theirs : mine)));
    expect(read).toEqual(Array.from({ length: 500 }, (_, n) => [n % 2 ? 'theirs' : 'mine']));
  });

  it('refuses a write, and the next transaction on its connection may write', async () => {
    const write = (db: Parameters<Parameters<typeof withTenant>[2]>[0]) =>
      db.insertInto('customers').values({ name: 'new' }).execute();
    await expect(readAsTenant(database, mine, write)).rejects.toMatchObject({ code: '25006' });
    await withTenant(database, mine, write);
    expect((await names(mine)).toSorted()).toEqual(['mine', 'new']);
  });

  it('passes on what its work throws, and leaves no transaction open', async () => {
    const failing = readAsTenant(database, mine, async (db) => {
      await db.selectFrom('customers').select('id').execute();
      throw new Error('not this one');
    });
    await expect(failing).rejects.toThrow('not this one');
    expect(await names(theirs)).toEqual(['theirs']);
  });
});
