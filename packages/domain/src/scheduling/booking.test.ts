import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type BookingScene,
  countOverlaps,
  createBookingScene,
  createCustomer,
} from '../../test/booking-scene.ts';
import { refusal } from '../../test/refusal.ts';
import {
  book,
  bookHeldSlot,
  cancelBooking,
  holdSlot,
  listUpcomingBookings,
  readBooking,
  setBookingStatus,
} from './index.ts';

let database: TestDatabase;
let scene: BookingScene;
let customerId: string;

/** Monday, 1 June 2026, seven in the morning in Chicago. */
const now = Temporal.Instant.from('2026-06-01T12:00:00Z');
const tenAm = Temporal.Instant.from('2026-06-01T15:00:00Z');
const later = (minutes: number) => now.add({ minutes });

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  scene = await createBookingScene(database);
  customerId = await createCustomer(database, scene.context.tenantId);
});

const hold = (changes: object = {}) =>
  scene.run((db) => holdSlot(db, { ...scene.detail, startsAt: tenAm, source: 'web', now, ...changes }));
const bookAt = (startsAt: Temporal.Instant, changes: object = {}) =>
  scene.run((db) => book(db, { ...scene.detail, startsAt, source: 'sms', customerId, now, ...changes }));

async function rowsOf(table: 'audit_log' | 'outbox', column: 'action' | 'type'): Promise<string[]> {
  const { rows } = await database.admin.query(
    `select ${column} as value from ${table} where tenant_id = $1 order by id`,
    [scene.context.tenantId],
  );
  return rows.map((row) => row.value);
}

describe('a booking', () => {
  test('goes to the first free resource that takes the work, and to no other kind', async () => {
    const [van1, van2] = scene.resourceIds;
    expect((await bookAt(tenAm)).resource.id).toBe(van1);
    expect((await bookAt(tenAm)).resource.id).toBe(van2);
    const full = await refusal(bookAt(tenAm));
    expect(full).toMatchObject({ status: 409, code: 'scheduling.slot-taken' });
  });

  test('keeps the buffer after it free', async () => {
    const [resourceId] = scene.resourceIds;
    await bookAt(tenAm, { resourceId });
    expect((await refusal(bookAt(tenAm.add({ minutes: 120 }), { resourceId }))).status).toBe(409);
    expect((await bookAt(tenAm.add({ minutes: 150 }), { resourceId })).status).toBe('booked');
  });

  test('that comes too late is told the nearest free times, and each of them can be booked', async () => {
    await bookAt(tenAm);
    await bookAt(tenAm);
    const { extensions } = await refusal(bookAt(tenAm));
    const alternatives = extensions.alternatives;
    expect(alternatives).toHaveLength(3);
    for (const slot of Array.isArray(alternatives) ? alternatives : []) {
      const again = await bookAt(Temporal.Instant.from(slot.startsAt), { resourceId: slot.resourceId });
      expect(again.startsAt).toBe(slot.startsAt);
      await scene.run((db) => cancelBooking(db, { bookingId: again.id, now }));
    }
  });

  test('leaves the transaction usable when the slot is taken', async () => {
    const [resourceId] = scene.resourceIds;
    await bookAt(tenAm, { resourceId });
    const booking = await scene.run(async (db) => {
      const input = { ...scene.detail, startsAt: tenAm, source: 'sms' as const, customerId, now };
      await refusal(book(db, { ...input, resourceId }));
      return book(db, input);
    });
    expect(booking.resource.id).toBe(scene.resourceIds[1]);
  });

  test('numbers follow one another without a gap, also after a refusal', async () => {
    await bookAt(tenAm);
    await bookAt(tenAm);
    await refusal(bookAt(tenAm));
    expect((await bookAt(tenAm.add({ hours: 3 }))).number).toBe('J-1003');
  });

  test('writes state, audit and message together, for every command', async () => {
    const { hold: held } = await hold();
    const booking = await scene.run((db) => bookHeldSlot(db, { holdId: held.id, customerId, now }));
    await scene.run((db) => setBookingStatus(db, { bookingId: booking.id, status: 'confirmed', now }));
    await scene.run((db) => cancelBooking(db, { bookingId: booking.id, reason: 'rain', now }));
    expect(await rowsOf('audit_log', 'action')).toEqual([
      'scheduling.hold-slot',
      'scheduling.book',
      'scheduling.set-status',
      'scheduling.cancel-booking',
    ]);
    expect(await rowsOf('outbox', 'type')).toEqual([
      'scheduling.booking-made.v1',
      'scheduling.booking-cancelled.v1',
    ]);
  });

  test('retried with the same key is the same booking, also when both arrive at once', async () => {
    const { hold: held } = await hold();
    const again = () =>
      scene.run((db) => bookHeldSlot(db, { holdId: held.id, customerId, idempotencyKey: 'retry-me', now }));
    const [one, two] = await Promise.all([again(), again()]);
    expect(two.id).toBe(one.id);
    expect((await again()).id).toBe(one.id);
    expect(await rowsOf('outbox', 'type')).toEqual(['scheduling.booking-made.v1']);
  });

  test.each([
    ['in the past', { startsAt: now.subtract({ minutes: 1 }) }, 'scheduling.time-past'],
    ['sooner than the notice', { startsAt: now.add({ minutes: 30 }) }, 'scheduling.too-soon'],
    ['beyond the horizon', { startsAt: tenAm.add({ hours: 24 * 61 }) }, 'scheduling.beyond-horizon'],
    [
      'before opening',
      { startsAt: Temporal.Instant.from('2026-06-02T12:00:00Z') },
      'scheduling.outside-hours',
    ],
    ['past closing', { startsAt: Temporal.Instant.from('2026-06-02T21:30:00Z') }, 'scheduling.outside-hours'],
    ['on half a minute', { startsAt: tenAm.add({ seconds: 30 }) }, 'scheduling.bad-time'],
  ])('%s is refused in words', async (_name, changes, code) => {
    const error = await refusal(bookAt(tenAm, changes));
    expect(error).toMatchObject({ code, status: 400 });
    expect(error.message).toMatch(/\.$/);
  });

  test('outside the hours is for staff who say so', async () => {
    const night = Temporal.Instant.from('2026-06-02T02:00:00Z');
    const staff = { source: 'staff', startsAt: night };
    expect((await refusal(bookAt(night, staff))).code).toBe('scheduling.outside-hours');
    expect((await bookAt(night, { ...staff, isOutsideHours: true })).status).toBe('booked');
    expect((await refusal(bookAt(night, { isOutsideHours: true }))).code).toBe('scheduling.outside-hours');
  });

  test("in somebody's time off goes to another, and on a holiday to nobody", async () => {
    const { tenantId } = scene.context;
    const [van1, van2] = scene.resourceIds;
    await database.admin.query(
      'insert into resource_time_off (tenant_id, resource_id, starts_at, ends_at) values ($1, $2, $3, $4)',
      [tenantId, van1, '2026-06-01T14:00Z', '2026-06-01T16:00Z'],
    );
    expect((await bookAt(tenAm)).resource.id).toBe(van2);
    await database.admin.query(
      `insert into holidays (tenant_id, day, name) values ($1, '2026-06-02', 'Founders Day')`,
      [tenantId],
    );
    const closed = await refusal(bookAt(tenAm.add({ hours: 24 })));
    expect(closed.message).toBe('The business is closed that day: Founders Day.');
  });

  test('of another tenant answers as one that does not exist', async () => {
    const booking = await bookAt(tenAm);
    const other = await createBookingScene(database);
    const commands = [
      (bookingId: string) => other.run((db) => readBooking(db, bookingId)),
      (bookingId: string) => other.run((db) => cancelBooking(db, { bookingId, now })),
      (bookingId: string) => other.run((db) => setBookingStatus(db, { bookingId, status: 'done', now })),
    ];
    for (const command of commands) {
      const foreign = await refusal(command(booking.id));
      const unknown = await refusal(command(crypto.randomUUID()));
      expect([foreign.status, foreign.code, foreign.message]).toEqual([404, unknown.code, unknown.message]);
    }
    expect((await scene.run((db) => readBooking(db, booking.id))).status).toBe('booked');
  });

  test('that was cancelled frees its slot, and cancelling again changes nothing', async () => {
    const booking = await bookAt(tenAm);
    const first = await scene.run((db) =>
      cancelBooking(db, { bookingId: booking.id, version: booking.version, now }),
    );
    const second = await scene.run((db) => cancelBooking(db, { bookingId: booking.id, now }));
    expect(second.version).toBe(first.version);
    expect((await bookAt(tenAm)).resource.id).toBe(booking.resource.id);
    expect(await scene.run((db) => listUpcomingBookings(db, { customerId, now }))).toHaveLength(1);
  });

  test('a no-show comes back only while its range is still free', async () => {
    const [resourceId] = scene.resourceIds;
    const booking = await bookAt(tenAm, { resourceId });
    const set = (status: 'no_show' | 'booked') =>
      scene.run((db) => setBookingStatus(db, { bookingId: booking.id, status, now }));
    await set('no_show');
    await set('booked');
    await set('no_show');
    await bookAt(tenAm, { resourceId });
    expect((await refusal(set('booked'))).code).toBe('scheduling.slot-taken');
    expect(await countOverlaps(database, scene.context.tenantId)).toBe(0);
  });

  test('keeps when work began and ended, and takes one step back', async () => {
    const booking = await bookAt(tenAm);
    const set = (status: 'in_progress' | 'done', minutes: number) =>
      scene.run((db) => setBookingStatus(db, { bookingId: booking.id, status, now: later(minutes) }));
    await set('in_progress', 5);
    const done = await set('done', 65);
    expect([done.startedAt, done.finishedAt]).toEqual([later(5).toString(), later(65).toString()]);
    expect(await set('in_progress', 70)).toMatchObject({ startedAt: later(5).toString(), finishedAt: null });
  });
});
