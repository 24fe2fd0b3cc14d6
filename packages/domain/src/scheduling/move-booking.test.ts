import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type BookingScene, createBookingScene, createCustomer } from '../../test/booking-scene.ts';
import { refusal } from '../../test/refusal.ts';
import {
  book,
  type MoveBookingInput,
  moveBooking,
  readCalendarDay,
  setBookingStatus,
  undoMove,
} from './index.ts';

let database: TestDatabase;
let scene: BookingScene;
let customerId: string;
const now = Temporal.Instant.from('2026-06-01T12:00:00Z');
const tenAm = Temporal.Instant.from('2026-06-01T15:00:00Z');
const twoPm = Temporal.Instant.from('2026-06-01T19:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  scene = await createBookingScene(database);
  customerId = await createCustomer(database, scene.context.tenantId);
});

const bookAt = (startsAt: Temporal.Instant, resourceId?: string, at = now) =>
  scene.run((db) => book(db, { ...scene.detail, startsAt, resourceId, source: 'sms', customerId, now: at }));
const move = (bookingId: string, startsAt: Temporal.Instant, changes: Partial<MoveBookingInput> = {}) =>
  scene.run((db) => moveBooking(db, { bookingId, startsAt, isByStaff: true, now, ...changes }), scene.staff);

test('a move takes length and buffer along, says where it was, and tells the others', async () => {
  const [van1, van2] = scene.resourceIds;
  const booking = await bookAt(tenAm, van1);
  const moved = await move(booking.id, twoPm, { resourceId: van2, version: booking.version });
  expect(moved.booking).toMatchObject({
    startsAt: '2026-06-01T19:00:00Z',
    endsAt: '2026-06-01T21:00:00Z',
    occupiedUntil: '2026-06-01T21:30:00Z',
    resource: { id: van2 },
    version: booking.version + 1,
  });
  expect(moved.from).toEqual({ resourceId: van1, startsAt: tenAm.toString() });
  const { rows } = await database.admin.query(
    `select a.actor_id, a.detail, (select count(*)::int from outbox o where o.tenant_id = a.tenant_id and o.type = 'scheduling.booking-moved.v1') as told
     from audit_log a where a.tenant_id = $1 and a.action = 'scheduling.move-booking'`,
    [scene.context.tenantId],
  );
  expect(rows).toMatchObject([{ actor_id: 'dana', detail: { from: moved.from }, told: 1 }]);
});

test('a move onto another booking is refused with alternatives, and onto its own old place is not', async () => {
  const [van1] = scene.resourceIds;
  const booking = await bookAt(tenAm, van1);
  await bookAt(twoPm, van1);
  const taken = await refusal(move(booking.id, twoPm.subtract({ minutes: 60 })));
  expect(taken).toMatchObject({ status: 409, code: 'scheduling.slot-taken' });
  expect(taken.extensions.alternatives).toHaveLength(3);
  expect((await move(booking.id, tenAm.add({ minutes: 30 }))).booking.startsAt).toBe('2026-06-01T15:30:00Z');
});

test('a move made on an outdated view is refused', async () => {
  const booking = await bookAt(tenAm);
  await move(booking.id, twoPm);
  expect((await refusal(move(booking.id, tenAm, { version: booking.version }))).code).toBe(
    'scheduling.changed-meanwhile',
  );
});

test('a move can be undone, even when the time it had has passed meanwhile', async () => {
  const booking = await bookAt(tenAm);
  const { booking: moved } = await move(booking.id, twoPm);
  const afterTen = tenAm.add({ minutes: 10 });
  const undone = await scene.run((db) =>
    undoMove(db, { bookingId: booking.id, isByStaff: true, now: afterTen }),
  );
  expect(undone.booking.startsAt).toBe(tenAm.toString());
  const { booking: again } = await move(booking.id, twoPm, { now: afterTen });
  const back = await move(booking.id, tenAm, { now: afterTen, version: again.version });
  expect(back.booking.startsAt).toBe(tenAm.toString());
  expect(moved.version).toBe(booking.version + 1);
});

test('a move to a passed time that is no undo is refused, and so is one to closed hours without the flag', async () => {
  const booking = await bookAt(twoPm);
  expect((await refusal(move(booking.id, tenAm, { now: tenAm.add({ minutes: 5 }) }))).code).toBe(
    'scheduling.time-past',
  );
  const night = Temporal.Instant.from('2026-06-02T02:00:00Z');
  expect((await refusal(move(booking.id, night))).code).toBe('scheduling.outside-hours');
  expect((await move(booking.id, night, { isOutsideHours: true })).booking.startsAt).toBe(night.toString());
});

test('nothing is undone when the booking changed after the move, or never moved', async () => {
  const booking = await bookAt(tenAm);
  const undo = () => scene.run((db) => undoMove(db, { bookingId: booking.id, isByStaff: true, now }));
  expect((await refusal(undo())).code).toBe('scheduling.nothing-to-undo');
  await move(booking.id, twoPm);
  await scene.run((db) => setBookingStatus(db, { bookingId: booking.id, status: 'confirmed', now }));
  expect((await refusal(undo())).code).toBe('scheduling.nothing-to-undo');
});

test('a job that has begun does not move, and a foreign one does not exist', async () => {
  const booking = await bookAt(tenAm);
  await scene.run((db) => setBookingStatus(db, { bookingId: booking.id, status: 'in_progress', now }));
  expect((await refusal(move(booking.id, twoPm))).code).toBe('scheduling.not-movable');
  const other = await createBookingScene(database);
  const input = { startsAt: twoPm, isByStaff: true, now };
  const foreign = await refusal(other.run((db) => moveBooking(db, { ...input, bookingId: booking.id })));
  const unknown = await refusal(
    other.run((db) => moveBooking(db, { ...input, bookingId: crypto.randomUUID() })),
  );
  expect([foreign.status, foreign.code, foreign.message]).toEqual([404, unknown.code, unknown.message]);
  const otherVan = await refusal(move(booking.id, twoPm, { resourceId: other.resourceIds[0] }));
  expect(otherVan.code).toBe('scheduling.unknown-resource');
});

test('work booked for nine on the day before the clocks change is at nine on the day after, by one move', async () => {
  const nine = (day: string) =>
    Temporal.PlainDateTime.from(`${day}T09:00`).toZonedDateTime('America/Chicago').toInstant();
  const before = nine('2026-03-07').subtract({ hours: 12 });
  const booking = await bookAt(nine('2026-03-07'), undefined, before);
  const { booking: moved } = await move(booking.id, nine('2026-03-08'), { now: before });
  expect([booking.startsAt, moved.startsAt, moved.endsAt]).toEqual([
    '2026-03-07T15:00:00Z',
    '2026-03-08T14:00:00Z',
    '2026-03-08T16:00:00Z',
  ]);
});

test('the calendar shows a day with its load, also a closed one and one of 23 hours', async () => {
  const [van1] = scene.resourceIds;
  await bookAt(tenAm, van1);
  await database.admin.query(
    `insert into resource_time_off (tenant_id, resource_id, starts_at, ends_at, reason) values ($1, $2, '2026-06-01T17:30Z', '2026-06-01T18:30Z', 'Lunch')`,
    [scene.context.tenantId, van1],
  );
  const day = await scene.run((db) => readCalendarDay(db, { now }));
  expect(day).toMatchObject({
    day: '2026-06-01',
    isOpen: true,
    opensAt: '2026-06-01T13:00:00Z',
    closesAt: '2026-06-01T23:00:00Z',
    bookings: [{ number: 'J-1001', customer: { name: 'Priya' } }],
  });
  expect(day.resources[0]).toMatchObject({
    name: 'Van 1',
    bookedMinutes: 120,
    openMinutes: 540,
    timeOff: [{ reason: 'Lunch' }],
  });
  await database.admin.query(
    `insert into holidays (tenant_id, day, name) values ($1, '2026-03-08', 'Spring day')`,
    [scene.context.tenantId],
  );
  const closed = await scene.run((db) => readCalendarDay(db, { day: '2026-03-08', now }));
  expect(closed).toMatchObject({
    isOpen: false,
    closedReason: 'Spring day',
    opensAt: '2026-03-08T13:00:00Z',
    closesAt: '2026-03-08T23:00:00Z',
    bookings: [],
  });
});
