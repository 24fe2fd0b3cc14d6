import {
  BookHoldBody,
  BookingConfirmation,
  CreateHoldBody,
  Hold,
  SlotAnswer,
  SlotQuery,
  SlotTakenProblem,
} from '@servicepro/contracts/rest/scheduling';
import { Id, Problem } from '@servicepro/contracts/values';
import { type AppDatabase, readAsTenant, withTenant } from '@servicepro/db';
import type { Clock } from '@servicepro/service-kit/clock';
import type { HttpApp } from '@servicepro/service-kit/http';
import type { TenantContext } from '@servicepro/tenant-context';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findBusinessTime } from '../tenants/index.ts';
import { bookByVisitor } from './book-for-person.ts';
import { readStart } from './check-start.ts';
import { extendHold } from './extend-hold.ts';
import { findSlots } from './find-slots.ts';
import { holdSlot } from './hold-slot.ts';
import { readAddOnIds } from './read-add-on-ids.ts';
import { releaseHold } from './release-hold.ts';

export interface PublicBookingDeps {
  database: AppDatabase;
  clock: Clock;
  /** The tenant whose site this is, by the edge's x-forwarded-host, with a customer as actor. Throws a 404 for an unknown host. */
  enterSite(request: FastifyRequest): Promise<TenantContext>;
  wakeRelay(): void;
  /** Tells the tenant's open screens which bookings changed. */
  changed(context: TenantContext, bookingIds: string[]): void;
}

const base = '/api/v1/public';
const problems = { 400: Problem, 404: Problem, 429: Problem };
const conflict = { 409: z.union([SlotTakenProblem, Problem]) };
const OneHold = z.strictObject({ holdId: Id });
/** A visitor tries some times; a script that would empty a calendar is stopped. Per address and minute. */
const holdsPerMinute = { rateLimit: { max: 30, timeWindow: 60_000 } };

/** What a visitor of a tenant's site may do: see free times, hold one, book it. */
export function publicBookingRoutes(app: HttpApp, deps: PublicBookingDeps): void {
  app.get(
    `${base}/slots`,
    { schema: { querystring: SlotQuery, response: { 200: SlotAnswer, ...problems } } },
    async (request) => {
      const context = await deps.enterSite(request);
      const { query } = request;
      return readAsTenant(deps.database, context, (db) =>
        findSlots(db, { ...query, addOnIds: readAddOnIds(query.addOnIds), now: deps.clock.now() }),
      );
    },
  );
  holdRoutes(app, deps);
  app.post(
    `${base}/bookings`,
    {
      config: holdsPerMinute,
      schema: { body: BookHoldBody, response: { 201: BookingConfirmation, ...problems, ...conflict } },
    },
    async (request, reply) => {
      const context = await deps.enterSite(request);
      const booking = await withTenant(deps.database, context, (db) =>
        bookByVisitor(db, { ...request.body, now: deps.clock.now() }),
      );
      deps.wakeRelay();
      deps.changed(context, [booking.id]);
      return reply.status(201).send({
        number: booking.number ?? '',
        startsAt: booking.startsAt,
        endsAt: booking.endsAt,
        serviceName: booking.service.name,
        resourceName: booking.resource.name,
        address: booking.address,
        totalCents: booking.totalCents,
        currency: booking.currency,
      });
    },
  );
}

function holdRoutes(app: HttpApp, deps: PublicBookingDeps): void {
  app.post(
    `${base}/holds`,
    {
      config: holdsPerMinute,
      schema: { body: CreateHoldBody, response: { 201: Hold, ...problems, ...conflict } },
    },
    async (request, reply) => {
      const context = await deps.enterSite(request);
      const { hold } = await withTenant(deps.database, context, async (db) => {
        const startsAt = readStart(request.body.startsAt, await findBusinessTime(db));
        return holdSlot(db, { ...request.body, startsAt, source: 'web', now: deps.clock.now() });
      });
      deps.changed(context, [hold.id]);
      return reply.status(201).send(hold);
    },
  );

  app.post(
    `${base}/holds/:holdId/extend`,
    { config: holdsPerMinute, schema: { params: OneHold, response: { 200: Hold, ...problems } } },
    async (request) => {
      const context = await deps.enterSite(request);
      const { holdId } = request.params;
      const { hold } = await withTenant(deps.database, context, (db) =>
        extendHold(db, { holdId, now: deps.clock.now() }),
      );
      return hold;
    },
  );

  app.delete(
    `${base}/holds/:holdId`,
    { schema: { params: OneHold, response: { 204: z.null(), ...problems } } },
    async (request, reply) => {
      const context = await deps.enterSite(request);
      const { holdId } = request.params;
      await withTenant(deps.database, context, (db) => releaseHold(db, { holdId }));
      deps.changed(context, [holdId]);
      return reply.status(204).send(null);
    },
  );
}
