import { withTenant } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReceptionScene } from '../../test/reception-scene.ts';
import { listWaiting } from './home.repository.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('a price that nobody confirmed says when a customer asked for it, for a month', async () => {
  const scene = await createReceptionScene(database, { unconfirmed: ['maintenance_wash'] });
  await scene.phone().text('how much is a maintenance wash for my civic?');
  const asked = async (now: Temporal.Instant) => {
    const { items } = await withTenant(database.app, scene.context, (db) => listWaiting(db, now));
    return items.flatMap((item) =>
      item.kind === 'price' && item.since !== null ? [item.assetClassName] : [],
    );
  };
  const now = Temporal.Now.instant();
  expect(await asked(now)).toHaveLength(1);
  expect(await asked(now.add({ hours: 31 * 24 }))).toEqual([]);
});
