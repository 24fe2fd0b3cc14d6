import type { TenantContext } from '@servicepro/tenant-context';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '../src/connection.ts';
import { createAppDatabase, withTenant } from '../src/tenant-db.ts';
import { createTestDatabase, type TestDatabase } from '../src/testing.ts';
import { readPgBouncer, startPgBouncer } from './pgbouncer.fixture.ts';

type Fate = 'commits' | 'throws' | 'fails' | 'is cancelled' | 'times out';
const fates: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 36, arbitrary: fc.constant<Fate>('commits') },
  { weight: 1, arbitrary: fc.constant<Fate>('throws') },
  { weight: 1, arbitrary: fc.constant<Fate>('fails') },
  { weight: 1, arbitrary: fc.constant<Fate>('is cancelled') },
  { weight: 1, arbitrary: fc.constant<Fate>('times out') },
);

describe('transactions of many tenants over few connections', () => {
  let database: TestDatabase;
  let tenants: TenantContext[];

  beforeAll(async () => {
    database = await createTestDatabase();
    tenants = await Promise.all(Array.from({ length: 5 }, () => database.createTenant()));
    for (const tenant of tenants) {
      await database.admin.query('insert into customers (tenant_id, name) values ($1, $2)', [
        tenant.tenantId,
        tenant.tenantId,
      ]);
    }
  });
  afterAll(() => database.drop());

  it('show nobody another tenant’s row: 10,000 interleaved, one in ten aborted, on 1 to 3 connections', async () => {
    const leaks = await runMany({ url: database.urls.servicepro_app, total: 10_000 });
    expect(leaks).toEqual([]);
  }, 120_000);

  it.skipIf(!readPgBouncer())(
    'show nobody another tenant’s row through PgBouncer in transaction mode',
    async () => {
      const bouncer = await startPgBouncer(database.urls.servicepro_app);
      try {
        expect(await runMany({ url: bouncer.url, total: 2_000 })).toEqual([]);
      } finally {
        await bouncer.stop();
      }
    },
    120_000,
  );

  async function runMany(options: { url: string; total: number }): Promise<string[]> {
    const leaks: string[] = [];
    const perSize = Math.ceil(options.total / 3);
    for (const max of [1, 2, 3]) {
      const pool = createPool(options.url, { max, queryTimeoutMs: 150 });
      const app = createAppDatabase(pool);
      const schedule = fc.sample(fc.tuple(fc.nat(tenants.length - 1), fates), {
        numRuns: perSize,
        seed: max,
      });
      for (let at = 0; at < schedule.length; at += 50) {
        await Promise.all(
          schedule.slice(at, at + 50).map(async ([index, fate]) => {
            const tenant = tenants[index];
            if (tenant) leaks.push(...(await runOne(app, tenant, fate)));
          }),
        );
      }
      await pool.end();
    }
    return leaks;
  }

  async function runOne(
    app: ReturnType<typeof createAppDatabase>,
    tenant: TenantContext,
    fate: Fate,
  ): Promise<string[]> {
    try {
      return await withTenant(app, tenant, async (db) => {
        const rows = await db.selectFrom('customers').select(['tenant_id', 'name']).execute();
        if (fate === 'throws') throw new Error('thrown by the work');
        if (fate === 'fails') await sql`select 1 / 0`.execute(db);
        if (fate === 'is cancelled')
          await sql`select pg_cancel_backend(pg_backend_pid()), pg_sleep(0.2)`.execute(db);
        if (fate === 'times out') await sql`select pg_sleep(0.4)`.execute(db);
        return rows
          .filter((row) => row.tenant_id !== tenant.tenantId || row.name !== tenant.tenantId)
          .map((row) => `${tenant.tenantId} saw ${row.tenant_id}`);
      });
    } catch {
      return [];
    }
  }
});
