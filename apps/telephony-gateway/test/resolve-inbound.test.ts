import { createAddressDb, createPool, type Pool } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { findInboundAddresses } from '@servicepro/domain/tenants';
import { resolveTenantFromInbound } from '@servicepro/tenant-context';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboundRows, moved, numberOf, serviceOf, statusOf, tenantCount } from './inbound-rows.data.ts';

describe('whose an inbound message is', () => {
  let database: TestDatabase;
  let pool: Pool;
  const ids = new Map<number, string>();

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = createPool(database.urls.servicepro_app, { max: 4 });
    const address = (kind: string, key: string, tenant: number) =>
      database.admin.query('insert into tenant_addresses (kind, key, tenant_id) values ($1, $2, $3)', [
        kind,
        key,
        ids.get(tenant),
      ]);
    for (let tenant = 1; tenant <= tenantCount; tenant += 1) {
      ids.set(
        tenant,
        (await database.createTenant({ status: statusOf(tenant), isRoot: tenant === 1 })).tenantId,
      );
      await address('phone', numberOf(tenant, 1), tenant);
      await address('phone', numberOf(tenant, 2), tenant);
      if (tenant <= 10) await address('messaging_service', serviceOf(tenant), tenant);
    }
    for (const move of moved) {
      await database.admin.query(
        "update tenant_addresses set tenant_id = $1 where kind = 'phone' and key = $2",
        [ids.get(move.to), move.number],
      );
    }
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('is right in all 200 rows: moved numbers, shared services, suspended and unknown ones', async () => {
    expect(inboundRows).toHaveLength(200);
    const addresses = createAddressDb(pool);
    const wrong: string[] = [];
    for (const row of inboundRows) {
      const found = await findInboundAddresses(addresses, { number: row.to, serviceId: row.serviceId });
      const resolution = resolveTenantFromInbound(found);
      const isRight =
        'tenant' in row.expected
          ? resolution.kind === 'tenant' && resolution.tenantId === ids.get(row.expected.tenant)
          : resolution.kind === 'unrouted' && resolution.reason === row.expected.unrouted;
      if (!isRight) wrong.push(`${row.what}: ${row.to} ${row.serviceId} → ${JSON.stringify(resolution)}`);
    }
    expect(wrong).toEqual([]);
  });
});
