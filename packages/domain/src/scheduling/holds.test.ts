import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type BookingScene,
  countOverlaps,
  createBookingScene,
  createCustomer,
} from '../../test/booking-scene.ts';
import { refusal } from '../../test/refusal.ts';
import { book, bookHeldSlot, extendHold, findSlots, holdSlot, releaseHold } from './index.ts';
import { setBookingStatus } from './set-booking-status.ts';

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
describe('a hold', () => {
  test('keeps a slot for ten minutes with its lines and its confirmed price', async () => {
    const held = await hold({ addOnIds: [scene.addOnId] });
    expect(held.hold).toMatchObject({
      startsAt: '2026-06-01T15:00:00Z',
      endsAt: '2026-06-01T17:30:00Z',
      expiresAt: later(10).toString(),
      durationMinutes: 150,
      totalCents: 16000,
    });
    expect(held.resource.name).toBe('Van 1');
  });

  test('of work without a confirmed price has no price', async () => {
    expect((await hold({ ...scene.wash })).hold.totalCents).toBeNull();
  });

  test('is in the way of others until it expires, and then no longer', async () => {
    const [first] = scene.resourceIds;
    await hold({ resourceId: first });
    const taken = await refusal(hold({ resourceId: first, now: later(9) }));
    expect(taken.code).toBe('scheduling.slot-taken');
    const next = await hold({ resourceId: first, now: later(10) });
    expect(next.resource.id).toBe(first);
  });

  test('that expired is in no way of a no-show who comes all the same', async () => {
    const [resourceId] = scene.resourceIds;
    const { id: bookingId } = await scene.run((db) =>
      book(db, { ...scene.detail, startsAt: tenAm, resourceId, customerId, source: 'staff', now }),
    );
    await scene.run((db) => setBookingStatus(db, { bookingId, status: 'no_show', now }));
    await hold({ resourceId });
    const back = (at: Temporal.Instant) =>
      scene.run((db) => setBookingStatus(db, { bookingId, status: 'booked', now: at }));
    expect((await refusal(back(later(9)))).code).toBe('scheduling.slot-taken');
    expect((await back(later(10))).status).toBe('booked');
  });

  test('that expired can still be booked while nobody has taken the slot', async () => {
    const { hold: held } = await hold();
    const booking = await scene.run((db) =>
      bookHeldSlot(db, { holdId: held.id, customerId, now: later(25) }),
    );
    expect(booking).toMatchObject({ status: 'booked', number: 'J-1001', startsAt: held.startsAt });
  });

  test('that expired and was given away answers as one that never was', async () => {
    const [first] = scene.resourceIds;
    const { hold: held } = await hold({ resourceId: first });
    await hold({ resourceId: first, now: later(11) });
    const gone = await refusal(
      scene.run((db) => bookHeldSlot(db, { holdId: held.id, customerId, now: later(12) })),
    );
    const unknown = await refusal(
      scene.run((db) => bookHeldSlot(db, { holdId: crypto.randomUUID(), customerId, now: later(12) })),
    );
    expect([gone.status, gone.code, gone.message]).toEqual([unknown.status, unknown.code, unknown.message]);
    expect(gone.status).toBe(404);
  });

  test('can be extended and given back', async () => {
    const { hold: held } = await hold();
    const extended = await scene.run((db) => extendHold(db, { holdId: held.id, now: later(8) }));
    expect(extended.hold.expiresAt).toBe(later(18).toString());
    expect(await scene.run((db) => releaseHold(db, { holdId: held.id }))).toBe(true);
    expect(await scene.run((db) => releaseHold(db, { holdId: held.id }))).toBe(false);
    expect((await refusal(scene.run((db) => extendHold(db, { holdId: held.id, now })))).status).toBe(404);
  });

  test('cannot be extended for longer than an hour', async () => {
    const { hold: held } = await hold();
    const extendAt = (minutes: number) =>
      scene.run((db) => extendHold(db, { holdId: held.id, now: later(minutes) }));
    expect((await extendAt(59)).hold.expiresAt).toBe(later(69).toString());
    expect((await refusal(extendAt(60))).code).toBe('scheduling.unknown-hold');
  });

  test('that expired goes to one of two when its owner books it while another takes it', async () => {
    const [resourceId] = scene.resourceIds;
    for (let round = 0; round < 8; round += 1) {
      const startsAt = tenAm.add({ hours: 24 * (round + 1) });
      const { hold: held } = await hold({ resourceId, startsAt });
      const outcomes = await Promise.allSettled([
        scene.run((db) => bookHeldSlot(db, { holdId: held.id, customerId, now: later(30) })),
        hold({ resourceId, startsAt, now: later(30) }),
      ]);
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    }
    expect(await countOverlaps(database, scene.context.tenantId)).toBe(0);
  });

  test('asked for twice with one key is one hold', async () => {
    const first = await hold({ idempotencyKey: 'visitor-1' });
    const second = await hold({ idempotencyKey: 'visitor-1', now: later(1) });
    expect(second.hold.id).toBe(first.hold.id);
    const other = await refusal(hold({ idempotencyKey: 'visitor-1', startsAt: tenAm.add({ hours: 4 }) }));
    expect(other.code).toBe('scheduling.key-reused');
  });

  test('is booked by whoever comes with its id first, and one key books one hold only', async () => {
    const { hold: one } = await hold();
    const { hold: two } = await hold();
    const bookWith = (holdId: string, who = customerId) =>
      scene.run((db) => bookHeldSlot(db, { holdId, customerId: who, idempotencyKey: 'key-0001', now }));
    await bookWith(one.id);
    expect((await refusal(bookWith(two.id))).code).toBe('scheduling.key-reused');
    const stranger = await createCustomer(database, scene.context.tenantId, 'Stranger');
    expect((await refusal(bookWith(one.id, stranger))).status).toBe(404);
  });

  test('of work that needs a quote first is refused', async () => {
    expect((await refusal(hold({ ...scene.quoteFirst }))).code).toBe('catalog.not-bookable');
  });
});

describe('free slots', () => {
  test('leave out bookings and live holds, and give back expired ones', async () => {
    const [resourceId] = scene.resourceIds;
    const first = async (at: Temporal.Instant) => {
      const answer = await scene.run((db) =>
        findSlots(db, { ...scene.detail, resourceId, days: 1, now: at }),
      );
      return answer.days[0]?.slots.map((slot) => slot.startsAt) ?? [];
    };
    expect(await first(now)).toContain(tenAm.toString());
    await hold({ resourceId });
    expect(await first(later(9))).not.toContain(tenAm.toString());
    expect(await first(later(10))).toContain(tenAm.toString());
  });

  test('say why a day has none, and name the holiday', async () => {
    await database.admin.query(
      `insert into holidays (tenant_id, day, name) values ($1, '2026-06-02', 'Founders Day')`,
      [scene.context.tenantId],
    );
    const answer = await scene.run((db) => findSlots(db, { ...scene.detail, days: 2, now: later(12 * 60) }));
    expect(answer.days.map(({ reason, note }) => [reason, note])).toEqual([
      ['past', null],
      ['holiday', 'Founders Day'],
    ]);
    const far = await scene.run((db) => findSlots(db, { ...scene.detail, from: '2026-09-01', days: 1, now }));
    expect(far.days[0]?.reason).toBe('beyond-horizon');
  });
});
