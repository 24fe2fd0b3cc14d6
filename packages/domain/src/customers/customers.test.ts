import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BookingScene, createBookingScene } from '../../test/booking-scene.ts';
import { refusal } from '../../test/refusal.ts';
import {
  addAsset,
  findOrCreateCustomerByPhone,
  formatPhone,
  readCustomerCard,
  setCustomerName,
  toE164,
} from './index.ts';

let database: TestDatabase;
let scene: BookingScene;
const now = Temporal.Instant.from('2026-06-01T12:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  scene = await createBookingScene(database);
});

const byPhone = (phone: string, name?: string) =>
  scene.run((db) =>
    findOrCreateCustomerByPhone(db, { phone, country: 'US', now, ...(name ? { name } : {}) }),
  );

describe('a customer', () => {
  test('is the same however the number is written', async () => {
    const first = await byPhone('(512) 555-0123', 'Priya');
    const again = await byPhone('+1 512 555 0123', 'Somebody Else');
    expect(first).toMatchObject({ isNew: true, phone: '+15125550123' });
    expect(again).toMatchObject({ isNew: false, customerId: first.customerId, name: 'Priya' });
  });

  test('is made once when two first contacts come at once', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => byPhone('512 555 0124', 'Marco')));
    expect(new Set(made.map((customer) => customer.customerId)).size).toBe(1);
    expect(made.filter((customer) => customer.isNew)).toHaveLength(1);
    const { rows } = await database.admin.query(
      'select count(*)::int as n from customers where tenant_id = $1',
      [scene.context.tenantId],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('of one business is not the customer of another with the same phone', async () => {
    const other = await createBookingScene(database);
    const mine = await byPhone('5125550125');
    const theirs = await other.run((db) =>
      findOrCreateCustomerByPhone(db, { phone: '5125550125', country: 'US', now }),
    );
    expect(theirs).toMatchObject({ isNew: true });
    const foreign = await refusal(other.run((db) => readCustomerCard(db, mine.customerId)));
    const unknown = await refusal(other.run((db) => readCustomerCard(db, crypto.randomUUID())));
    expect([foreign.status, foreign.code, foreign.message]).toEqual([404, unknown.code, unknown.message]);
  });

  test('gets a name later, and a contact point that was known before keeps its opt-out', async () => {
    await database.admin.query(
      `insert into contact_points (tenant_id, kind, value, opted_out_at) values ($1, 'phone', '+15125550126', now())`,
      [scene.context.tenantId],
    );
    const customer = await byPhone('+15125550126');
    expect(customer).toMatchObject({ isNew: true, name: '', isOptedOut: true });
    expect((await byPhone('+15125550126', 'Ann')).name).toBe('Ann');
    await scene.run((db) => setCustomerName(db, { customerId: customer.customerId, name: ' Ann Lee ' }));
    const { assetId } = await scene.run((db) =>
      addAsset(db, {
        customerId: customer.customerId,
        assetClassId: scene.detail.assetClassId,
        name: 'White Civic',
      }),
    );
    const same = await scene.run((db) =>
      addAsset(db, {
        customerId: customer.customerId,
        assetClassId: scene.detail.assetClassId,
        name: 'white civic',
      }),
    );
    expect(same).toEqual({ assetId, isNew: false });
    expect(await scene.run((db) => readCustomerCard(db, customer.customerId))).toMatchObject({
      name: 'Ann Lee',
      contactPoints: [{ value: '+15125550126', isOptedOut: true }],
      assets: [{ id: assetId, name: 'White Civic' }],
    });
  });

  test('leaves who did what in the audit log, without names or numbers', async () => {
    const { customerId } = await byPhone('+15125550127', 'Priya');
    await scene.run((db) => setCustomerName(db, { customerId, name: 'Priya R' }));
    const { rows } = await database.admin.query(
      'select action, detail::text as detail from audit_log where tenant_id = $1 order by id',
      [scene.context.tenantId],
    );
    expect(rows.map((row) => row.action)).toEqual(['customers.create-customer', 'customers.set-name']);
    expect(rows.map((row) => row.detail).join()).not.toMatch(/Priya|555/);
  });
});

test.each(['', '12', 'call me', '+1 512', '0'.repeat(30)])('"%s" is no phone number', async (text) => {
  expect((await refusal(byPhone(text))).code).toBe('customers.bad-phone');
});

test('numbers are read and shown as people of the country write them', () => {
  expect(toE164('020 7946 0018', 'GB')).toBe('+442079460018');
  expect(toE164('512.555.0123', 'nowhere')).toBe('+15125550123');
  expect(formatPhone('+15125550123', 'US')).toBe('(512) 555-0123');
  expect(formatPhone('+442079460018', 'US')).toBe('+44 20 7946 0018');
});
