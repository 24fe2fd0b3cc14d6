import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BookingScene, createBookingScene } from '../../test/booking-scene.ts';
import { refusal } from '../../test/refusal.ts';
import { confirmPrice, listServices, quoteWork } from './index.ts';

let database: TestDatabase;
let scene: BookingScene;
let other: BookingScene;

beforeAll(async () => {
  database = await createTestDatabase();
  scene = await createBookingScene(database);
  other = await createBookingScene(database);
});
afterAll(() => database.drop());

test('the catalogue has each service with its prices, and nothing of another tenant', async () => {
  const catalog = await scene.run(listServices);
  expect(catalog.services).toHaveLength(3);
  expect(catalog.assetClasses).toMatchObject([{ key: 'sedan' }]);
  expect(catalog.addOns).toMatchObject([{ name: 'Hand wax', priceCents: 4000 }]);
  const detail = catalog.services.find((service) => service.id === scene.detail.serviceId);
  expect(detail?.prices).toMatchObject([{ durationMinutes: 120, priceCents: 12000 }]);
  expect(Temporal.Instant.from(detail?.prices[0]?.confirmedAt ?? '').epochMilliseconds).toBeGreaterThan(0);
  const theirs = new Set((await other.run(listServices)).services.map((service) => service.id));
  expect(catalog.services.some((service) => theirs.has(service.id))).toBe(false);
});

test('work has a price only when every part of it has a confirmed one', async () => {
  const quote = (choice: { serviceId: string; assetClassId: string }, addOnIds: string[] = []) =>
    scene.run((db) => quoteWork(db, { ...choice, addOnIds }));
  expect(await quote(scene.detail, [scene.addOnId])).toMatchObject({
    totalCents: 16000,
    durationMinutes: 150,
  });
  expect(await quote(scene.wash, [scene.addOnId])).toMatchObject({ totalCents: null, durationMinutes: 90 });
});

test('an unknown service, class or add-on is refused', async () => {
  const quote = (choice: object) => scene.run((db) => quoteWork(db, { ...scene.detail, ...choice }));
  expect((await refusal(quote({ serviceId: other.detail.serviceId }))).code).toBe('catalog.unknown-service');
  expect((await refusal(quote({ assetClassId: other.detail.assetClassId }))).code).toBe(
    'catalog.not-offered',
  );
  expect((await refusal(quote({ addOnIds: [other.addOnId] }))).code).toBe('catalog.unknown-add-on');
});

test('a confirmed price is told from then on, and who confirmed it stands with it', async () => {
  const now = Temporal.Instant.from('2026-06-01T12:00:00Z');
  const input = { priceId: scene.priceIds.wash, priceCents: 5500, now };
  expect(await scene.run((db) => confirmPrice(db, input), scene.staff)).toMatchObject({ priceCents: 5500 });
  expect(await scene.run((db) => quoteWork(db, scene.wash))).toMatchObject({ totalCents: 5500 });
  const { rows } = await database.admin.query(
    'select confirmed_by, price_cents from service_prices where id = $1',
    [scene.priceIds.wash],
  );
  expect(rows).toEqual([{ confirmed_by: 'dana', price_cents: 5500 }]);
  expect((await refusal(other.run((db) => confirmPrice(db, input)))).code).toBe('catalog.unknown-price');
});
