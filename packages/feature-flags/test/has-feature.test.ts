import { withTenant } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasFeature, plans } from '../src/index.ts';

describe('a feature', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const answerOn = async (plan: string) => {
    const tenant = await database.createTenant();
    await database.admin.query('update tenants set plan = $1 where id = $2', [plan, tenant.tenantId]);
    return withTenant(database.app, tenant, (db) => hasFeature(db, 'hide_powered_by'));
  };

  it('is there where the tenant’s own plan holds it, whatever plans others have', async () => {
    expect(await Promise.all(['starter', 'pro', 'elite', 'internal'].map(answerOn))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('is not there on a plan that nobody knows', async () => {
    expect(await answerOn('gold-2019')).toBe(false);
  });

  it('of a smaller plan is in every larger one', () => {
    const [starter, pro, elite] = ['starter', 'pro', 'elite'].map(
      (key) => plans.get(key)?.features ?? new Set(),
    );
    expect(starter?.isSubsetOf(pro ?? new Set())).toBe(true);
    expect(pro?.isSubsetOf(elite ?? new Set())).toBe(true);
  });
});
