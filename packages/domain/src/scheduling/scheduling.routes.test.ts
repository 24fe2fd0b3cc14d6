import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { frozenClock } from '@servicepro/service-kit/clock';
import { buildHttpApp, type HttpApp } from '@servicepro/service-kit/http';
import { createLogger } from '@servicepro/service-kit/logger';
import { createMetrics } from '@servicepro/service-kit/metrics';
import { createReadiness } from '@servicepro/service-kit/shutdown';
import type { TenantContext } from '@servicepro/tenant-context';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BookingScene, createBookingScene } from '../../test/booking-scene.ts';
import { catalogRoutes } from '../catalog/catalog.routes.ts';
import { holdSlot } from './index.ts';
import { publicBookingRoutes, schedulingRoutes } from './scheduling.routes.ts';

const now = Temporal.Instant.from('2026-03-07T14:00:00Z');
const tomorrowTen = '2026-03-08T15:00:00Z';

let database: TestDatabase;
let scene: BookingScene;
let other: BookingScene;
let app: HttpApp;
let actsAs: TenantContext;
const told: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  scene = await createBookingScene(database);
  other = await createBookingScene(database);
  app = await buildHttpApp({
    logger: createLogger({ name: 'test', level: 'silent' }),
    metrics: createMetrics({ app: 'test', withProcess: false }),
    readiness: createReadiness(),
    trustedProxies: [],
    rateLimit: { max: 10_000 },
  });
  app.decorateRequest('tenantContext');
  app.addHook('preHandler', async (request) => {
    request.tenantContext = actsAs;
  });
  const deps = {
    database: database.app,
    clock: frozenClock(now),
    wakeRelay: () => told.push('relay'),
    changed: (_context: TenantContext, ids: string[]) => told.push(...ids),
  };
  schedulingRoutes(app, deps);
  catalogRoutes(app, deps);
  publicBookingRoutes(app, {
    ...deps,
    enterSite: async () => ({ ...scene.context, actor: { kind: 'customer', id: null } }),
  });
  actsAs = scene.staff;
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const staffPath = (path: string) => `/api/v1/tenants/${actsAs.tenantId}${path}`;

async function send(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
  const answer = await app.inject({ method, url, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body ? answer.json() : null };
}

const newBooking = (changes: object = {}) => ({
  ...scene.detail,
  startsAt: tomorrowTen,
  customerName: 'Priya Raman',
  customerPhone: '(512) 555-0123',
  ...changes,
});

describe('staff', () => {
  test('book, see it on the calendar, move it, set its status and cancel it', async () => {
    const made = await send('POST', staffPath('/bookings'), newBooking({ assetName: 'White Civic' }));
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      number: 'J-1001',
      customer: { name: 'Priya Raman', phone: '+15125550123' },
    });
    expect(told).toEqual(['relay', made.body.id]);
    const day = await send('GET', staffPath('/calendar?day=2026-03-08'));
    expect(day.body.bookings).toMatchObject([{ id: made.body.id, assetName: 'White Civic' }]);
    const one = staffPath(`/bookings/${made.body.id}`);
    const place = { resourceId: made.body.resource.id, startsAt: '2026-03-08T13:00' };
    const moved = await send('POST', `${one}/move`, { ...place, version: made.body.version });
    expect(moved.body.startsAt).toBe('2026-03-08T18:00:00Z');
    const undone = await send('POST', `${one}/undo-move`, { version: moved.body.version });
    expect(undone.body.startsAt).toBe(tomorrowTen);
    const confirmed = await send('POST', `${one}/status`, {
      status: 'confirmed',
      version: undone.body.version,
    });
    expect(confirmed.body.status).toBe('confirmed');
    const cancelled = await send('POST', `${one}/cancel`, { version: confirmed.body.version });
    expect([cancelled.status, cancelled.body.status]).toEqual([200, 'cancelled']);
    expect((await send('GET', one)).body.status).toBe('cancelled');
  });

  test('are told in words that the clocks skip a local time, and that a time has passed', async () => {
    const skipped = await send(
      'POST',
      staffPath('/bookings'),
      newBooking({ startsAt: '2026-03-08T02:30', isOutsideHours: true }),
    );
    expect(skipped).toMatchObject({
      status: 400,
      body: {
        code: 'scheduling.nonexistent-local-time',
        detail: 'On 2026-03-08 the clocks skip 02:30: 01:59 is the last time before, 03:00 the first after.',
      },
    });
    const passed = await send('POST', staffPath('/bookings'), newBooking({ startsAt: '2026-03-07T07:00' }));
    expect(passed).toMatchObject({ status: 400, body: { code: 'scheduling.time-past' } });
  });

  test('get a 409 with alternatives for a taken slot', async () => {
    const wanted = newBooking({ resourceId: scene.resourceIds[0], startsAt: '2026-03-09T15:00:00Z' });
    expect((await send('POST', staffPath('/bookings'), wanted)).status).toBe(201);
    const taken = await send('POST', staffPath('/bookings'), wanted);
    expect(taken).toMatchObject({ status: 409, body: { code: 'scheduling.slot-taken' } });
    expect(taken.body.alternatives[0]).toEqual({
      startsAt: expect.any(String),
      endsAt: expect.any(String),
      resourceId: expect.any(String),
      resourceName: expect.any(String),
    });
  });

  test.each([
    ['GET', '/bookings/ID', undefined],
    ['POST', '/bookings/ID/move', { startsAt: tomorrowTen, resourceId: crypto.randomUUID(), version: 1 }],
    ['POST', '/bookings/ID/undo-move', { version: 1 }],
    ['POST', '/bookings/ID/cancel', { version: 1 }],
    ['POST', '/bookings/ID/status', { status: 'done', version: 1 }],
  ] as const)('%s %s of another tenant is answered like an unknown one', async (method, path, body) => {
    const made = await send('POST', staffPath('/bookings'), newBooking({ startsAt: '2026-03-10T15:00:00Z' }));
    actsAs = other.staff;
    try {
      const foreign = await send(method, staffPath(path.replace('ID', made.body.id)), body);
      const unknown = await send(method, staffPath(path.replace('ID', crypto.randomUUID())), body);
      const { requestId: _one, ...foreignBody } = foreign.body;
      const { requestId: _two, ...unknownBody } = unknown.body;
      expect([foreign.status, JSON.stringify(foreignBody)]).toEqual([404, JSON.stringify(unknownBody)]);
    } finally {
      actsAs = scene.staff;
    }
    await send('POST', staffPath(`/bookings/${made.body.id}/cancel`), { version: made.body.version });
  });

  test("cannot put work on another tenant's service or resource", async () => {
    const service = await send('POST', staffPath('/bookings'), newBooking({ ...other.detail }));
    expect(service).toMatchObject({ status: 404, body: { code: 'catalog.unknown-service' } });
    const resource = await send(
      'POST',
      staffPath('/bookings'),
      newBooking({ resourceId: other.resourceIds[0] }),
    );
    expect(resource).toMatchObject({ status: 404, body: { code: 'scheduling.unknown-resource' } });
  });

  test('are refused what is not in the contract', async () => {
    const bad = [
      newBooking({ extra: 1 }),
      newBooking({ startsAt: 'tomorrow' }),
      newBooking({ customerPhone: 'no number' }),
      newBooking({ addOnIds: ['x'] }),
    ];
    for (const body of bad) expect((await send('POST', staffPath('/bookings'), body)).status).toBe(400);
    for (const query of ['serviceId=1', `serviceId=${crypto.randomUUID()}`, 'days=99']) {
      expect((await send('GET', staffPath(`/slots?${query}`))).status).toBe(400);
    }
    const work = `serviceId=${scene.detail.serviceId}&assetClassId=${scene.detail.assetClassId}`;
    for (const day of ['0001-01-01', '9999-12-31']) {
      expect((await send('GET', staffPath(`/slots?${work}&from=${day}`))).status).toBe(400);
      expect((await send('GET', staffPath(`/calendar?day=${day}`))).status).toBe(400);
    }
    expect((await send('GET', staffPath(`/slots?${work}&addOnIds=a,b`))).body.code).toBe(
      'catalog.unknown-add-on',
    );
    const farBooking = await send(
      'POST',
      staffPath('/bookings'),
      newBooking({ startsAt: '9999-12-31T12:00:00Z', isOutsideHours: true }),
    );
    expect(farBooking.body.code).toBe('scheduling.beyond-horizon');
  });

  test('confirm a price only as the owner, and from then on it may be told', async () => {
    const path = staffPath(`/prices/${scene.priceIds.wash}/confirm`);
    actsAs = { ...scene.staff, actor: { kind: 'user', id: 'tom', role: 'dispatcher' } };
    expect((await send('POST', path, { priceCents: 5000 })).status).toBe(403);
    actsAs = scene.staff;
    expect((await send('POST', path, { priceCents: 5000 })).body).toEqual({
      serviceId: scene.wash.serviceId,
      priceCents: 5000,
    });
    const { body } = await send('GET', staffPath('/catalog'));
    const wash = body.services.find((service: { id: string }) => service.id === scene.wash.serviceId);
    expect(wash.prices).toMatchObject([{ priceCents: 5000, suggestedCents: 9900 }]);
    expect(Temporal.Instant.from(wash.prices[0].confirmedAt).equals(now)).toBe(true);
    const { rows } = await database.admin.query(
      `select (select count(*)::int from audit_log where tenant_id = $1 and action = 'catalog.confirm-price') as audited,
              (select count(*)::int from outbox where tenant_id = $1 and type = 'catalog.price-confirmed.v1') as told`,
      [scene.context.tenantId],
    );
    expect(rows).toEqual([{ audited: 1, told: 1 }]);
    const foreign = await send('POST', staffPath(`/prices/${other.priceIds.wash}/confirm`), {
      priceCents: 1,
    });
    expect(foreign).toMatchObject({ status: 404, body: { code: 'catalog.unknown-price' } });
  });
});

describe('a visitor', () => {
  const work = () => `serviceId=${scene.detail.serviceId}&assetClassId=${scene.detail.assetClassId}`;

  test('sees free times, holds one, extends it and books it once, however often the request arrives', async () => {
    const slots = await send('GET', `/api/v1/public/slots?${work()}&from=2026-03-11&days=1`);
    expect(slots.body).toMatchObject({
      timeZone: 'America/Chicago',
      durationMinutes: 120,
      priceCents: 12000,
    });
    const { startsAt } = slots.body.days[0].slots[0];
    const held = await send('POST', '/api/v1/public/holds', {
      ...scene.detail,
      startsAt,
      idempotencyKey: 'visit-0001',
    });
    expect(held.status).toBe(201);
    expect((await send('POST', `/api/v1/public/holds/${held.body.id}/extend`)).status).toBe(200);
    const body = {
      holdId: held.body.id,
      customerName: 'Marco Diaz',
      customerPhone: '512-555-0177',
      address: '12 Oak St',
      wantsOffers: true,
      idempotencyKey: 'visit-0001',
    };
    const [one, two] = await Promise.all([
      send('POST', '/api/v1/public/bookings', body),
      send('POST', '/api/v1/public/bookings', body),
    ]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body).toEqual(one.body);
    expect(one.body).toMatchObject({ startsAt, serviceName: 'Full detail', totalCents: 12000 });
    const { rows } = await database.admin.query(
      `select (select count(*)::int from bookings where tenant_id = $1 and source = 'web') as bookings,
              (select count(*)::int from consents where tenant_id = $1 and purpose = 'marketing') as consents`,
      [scene.context.tenantId],
    );
    expect(rows).toEqual([{ bookings: 1, consents: 1 }]);
  });

  test('gives a hold back, and cannot touch a hold of another business', async () => {
    const held = await send('POST', '/api/v1/public/holds', {
      ...scene.detail,
      startsAt: '2026-03-12T15:00:00Z',
      idempotencyKey: 'visit-0002',
    });
    expect((await send('DELETE', `/api/v1/public/holds/${held.body.id}`)).status).toBe(204);
    expect((await send('DELETE', `/api/v1/public/holds/${held.body.id}`)).status).toBe(204);
    const foreign = await other.run((db) =>
      holdSlot(db, {
        ...other.detail,
        startsAt: Temporal.Instant.from('2026-03-12T15:00:00Z'),
        source: 'web',
        now,
      }),
    );
    const body = { customerName: 'Eve', customerPhone: '5125550188', idempotencyKey: 'visit-0003' };
    const theirs = await send('POST', '/api/v1/public/bookings', { ...body, holdId: foreign.hold.id });
    const unknown = await send('POST', '/api/v1/public/bookings', { ...body, holdId: crypto.randomUUID() });
    expect([theirs.status, theirs.body.code, theirs.body.detail]).toEqual([
      404,
      unknown.body.code,
      unknown.body.detail,
    ]);
  });

  test('is not told an unconfirmed price', async () => {
    await database.admin.query(
      'update service_prices set price_cents = null, confirmed_at = null where id = $1',
      [scene.priceIds.wash],
    );
    const query = `serviceId=${scene.wash.serviceId}&assetClassId=${scene.wash.assetClassId}&days=1`;
    const { body } = await send('GET', `/api/v1/public/slots?${query}`);
    expect(body.priceCents).toBeNull();
  });
});
