import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '../src/connection.ts';
import { createTestDatabase, type TestDatabase } from '../src/testing.ts';

let database: TestDatabase;
let relay: ReturnType<typeof createPool>;

beforeAll(async () => {
  database = await createTestDatabase();
  relay = createPool(database.urls.servicepro_relay, { max: 1 });
});

afterAll(async () => {
  await relay.end();
  await database.drop();
});

describe('a claim of the relay', () => {
  it('says that nothing waits, so that an idle relay rests', async () => {
    expect(await claim()).toEqual({ rows: [], nextDueMs: null, isHeldBack: false });
  });

  it('says how long until the next row is due', async () => {
    const { tenantId } = await database.createTenant();
    await database.admin.query(
      `insert into outbox (tenant_id, type, payload, available_at)
       values ($1, 'test.happened.v1', '{}', now() + interval '30 seconds')`,
      [tenantId],
    );
    const { rows, nextDueMs } = await claim();
    expect(rows).toEqual([]);
    expect(nextDueMs).toBeGreaterThan(20_000);
    expect(nextDueMs).toBeLessThanOrEqual(30_000);
  });
});

async function claim(): Promise<{ rows: unknown[]; nextDueMs: number | null; isHeldBack: boolean }> {
  const { rows } = await relay.query('select relay_claim(100, 8, 64, 5) as claim');
  return rows[0].claim;
}
