import {
  Booking,
  CalendarDay,
  CancelBookingBody,
  CreateBookingBody,
  MoveBookingBody,
  SetBookingStatusBody,
  SlotAnswer,
  SlotQuery,
  SlotTakenProblem,
} from '@servicepro/contracts/rest/scheduling';
import { DayText, Id, Problem } from '@servicepro/contracts/values';
import { type AppDatabase, readAsTenant, type TenantDb, withTenant } from '@servicepro/db';
import type { Clock } from '@servicepro/service-kit/clock';
import type { HttpApp } from '@servicepro/service-kit/http';
import type { TenantContext } from '@servicepro/tenant-context';
import { z } from 'zod';
import { findBusinessTime } from '../tenants/index.ts';
import { bookByStaff } from './book-for-person.ts';
import { cancelBooking } from './cancel-booking.ts';
import { readStart } from './check-start.ts';
import { findSlots } from './find-slots.ts';
import { moveBooking, undoMove } from './move-booking.ts';
import { readAddOnIds } from './read-add-on-ids.ts';
import { readBooking } from './read-booking.ts';
import { readCalendarDay } from './read-calendar-day.ts';
import { setBookingStatus } from './set-booking-status.ts';

export { type PublicBookingDeps, publicBookingRoutes } from './public-booking.routes.ts';

export interface SchedulingRoutesDeps {
  database: AppDatabase;
  clock: Clock;
  wakeRelay(): void;
  /** Tells the tenant's open screens which bookings changed. */
  changed(context: TenantContext, bookingIds: string[]): void;
}

const base = '/api/v1/tenants/:tenantId';
const Tenant = z.strictObject({ tenantId: z.string() });
const OneBooking = z.strictObject({ tenantId: z.string(), bookingId: Id });
const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem };
const conflict = { 409: z.union([SlotTakenProblem, Problem]) };

/** Staff's calendar: free slots, a day, and everything that is done to a booking. */
export function schedulingRoutes(app: HttpApp, deps: SchedulingRoutesDeps): void {
  readRoutes(app, deps);

  /** One command in one transaction, then word to the relay and to open screens. */
  const run = async (context: TenantContext, work: (db: TenantDb) => Promise<Booking>) => {
    const booking = await withTenant(deps.database, context, work);
    deps.wakeRelay();
    deps.changed(context, [booking.id]);
    return booking;
  };

  app.post(
    `${base}/bookings`,
    {
      schema: {
        params: Tenant,
        body: CreateBookingBody,
        response: { 201: Booking, ...problems, ...conflict },
      },
    },
    async ({ tenantContext, body }, reply) => {
      const now = deps.clock.now();
      return reply.status(201).send(await run(tenantContext, (db) => bookByStaff(db, { ...body, now })));
    },
  );

  const change = <B extends z.ZodType>(
    path: string,
    body: B,
    work: (
      db: TenantDb,
      input: { bookingId: string; body: z.output<B>; now: Temporal.Instant },
    ) => Promise<Booking>,
  ) =>
    app.post(
      `${base}/bookings/:bookingId/${path}`,
      { schema: { params: OneBooking, body, response: { 200: Booking, ...problems, ...conflict } } },
      async ({ tenantContext, params, body: sent }) =>
        run(tenantContext, (db) =>
          work(db, { bookingId: params.bookingId, body: body.parse(sent), now: deps.clock.now() }),
        ),
    );

  change('move', MoveBookingBody, async (db, { bookingId, body, now }) => {
    const startsAt = readStart(body.startsAt, await findBusinessTime(db));
    return (await moveBooking(db, { ...body, bookingId, startsAt, isByStaff: true, now })).booking;
  });
  change('undo-move', z.strictObject({ version: z.int() }), async (db, { bookingId, body, now }) => {
    return (await undoMove(db, { ...body, bookingId, isByStaff: true, now })).booking;
  });
  change('cancel', CancelBookingBody, (db, { bookingId, body, now }) =>
    cancelBooking(db, { ...body, bookingId, now }),
  );
  change('status', SetBookingStatusBody, (db, { bookingId, body, now }) =>
    setBookingStatus(db, { ...body, bookingId, now }),
  );
}

function readRoutes(app: HttpApp, deps: SchedulingRoutesDeps): void {
  app.get(
    `${base}/slots`,
    { schema: { params: Tenant, querystring: SlotQuery, response: { 200: SlotAnswer, ...problems } } },
    async ({ tenantContext, query }) =>
      readAsTenant(deps.database, tenantContext, (db) =>
        findSlots(db, {
          ...query,
          addOnIds: readAddOnIds(query.addOnIds),
          isByStaff: true,
          now: deps.clock.now(),
        }),
      ),
  );

  app.get(
    `${base}/calendar`,
    {
      schema: {
        params: Tenant,
        querystring: z.strictObject({ day: DayText.optional() }),
        response: { 200: CalendarDay, ...problems },
      },
    },
    async ({ tenantContext, query }) =>
      readAsTenant(deps.database, tenantContext, (db) =>
        readCalendarDay(db, { ...query, now: deps.clock.now() }),
      ),
  );

  app.get(
    `${base}/bookings/:bookingId`,
    { schema: { params: OneBooking, response: { 200: Booking, ...problems } } },
    async ({ tenantContext, params }) =>
      readAsTenant(deps.database, tenantContext, (db) => readBooking(db, params.bookingId)),
  );
}
