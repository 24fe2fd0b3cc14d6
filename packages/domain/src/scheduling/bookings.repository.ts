import type { BookingSource, BookingStatus } from '@servicepro/contracts/rest/scheduling';
import type { TenantDb } from '@servicepro/db';
import { sql } from 'kysely';
import type { QuotedWork, WorkLine } from '../catalog/index.ts';

/** Held while the transaction lasts: whoever wants to put work on this resource waits here, instead of deadlocking in the index. */
export async function lockResource(db: TenantDb, resourceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('booking:' || app_tenant_id() || ':' || ${resourceId}, 0))`.execute(
    db,
  );
}

/**
 * Runs a claim under the resource's lock. When it answers null, the lock goes at once, by going back to a savepoint:
 * who came too late keeps nobody waiting while looking for another time.
 */
export async function claimUnderLock(
  db: TenantDb,
  resourceId: string,
  claim: () => Promise<string | null>,
): Promise<string | null> {
  await sql`savepoint claim`.execute(db);
  await lockResource(db, resourceId);
  const id = await claim();
  if (id === null) await sql`rollback to savepoint claim`.execute(db);
  return id;
}

/** Two requests with one idempotency key come one after the other. */
export async function lockKey(db: TenantDb, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('booking-key:' || app_tenant_id() || ':' || ${key}, 0))`.execute(
    db,
  );
}

/** Removes expired holds from a range. Under the resource's lock, so that nobody is booking one of them just now. */
export async function deleteExpiredHolds(
  db: TenantDb,
  range: { resourceId: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant; now: Temporal.Instant },
): Promise<void> {
  await db
    .deleteFrom('bookings')
    .where('resource_id', '=', range.resourceId)
    .where('status', '=', 'held')
    .where('expires_at', '<=', range.now)
    .where(
      sql<boolean>`occupied && tstzrange(${range.startsAt.toString()}::timestamptz, ${range.endsAt.toString()}::timestamptz)`,
    )
    .execute();
}

export interface NewHold {
  readonly work: QuotedWork;
  readonly resourceId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly occupiedUntil: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly source: BookingSource;
  readonly isByAi: boolean;
  readonly conversationId: string | null;
  readonly idempotencyKey: string | null;
  readonly now: Temporal.Instant;
}

/** Claims the range. Null when the exclusion constraint says that it is taken; the transaction stays usable. */
export async function insertHold(db: TenantDb, hold: NewHold): Promise<string | null> {
  const row = await db
    .insertInto('bookings')
    .values({
      status: 'held',
      source: hold.source,
      is_by_ai: hold.isByAi,
      resource_id: hold.resourceId,
      service_id: hold.work.serviceId,
      asset_class_id: hold.work.assetClassId,
      starts_at: hold.startsAt,
      ends_at: hold.endsAt,
      occupied_until: hold.occupiedUntil,
      expires_at: hold.expiresAt,
      total_cents: hold.work.totalCents,
      currency: hold.work.currency,
      conversation_id: hold.conversationId,
      idempotency_key: hold.idempotencyKey,
      created_at: hold.now,
      updated_at: hold.now,
    })
    .onConflict((conflict) => conflict.constraint('bookings_no_overlap').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return null;
  await insertLines(db, row.id, hold.work.lines);
  return row.id;
}

async function insertLines(db: TenantDb, bookingId: string, lines: readonly WorkLine[]): Promise<void> {
  await db
    .insertInto('booking_lines')
    .values(
      lines.map((line) => ({
        booking_id: bookingId,
        kind: line.kind,
        service_price_id: line.servicePriceId,
        add_on_id: line.addOnId,
        name: line.name,
        duration_minutes: line.durationMinutes,
        price_cents: line.priceCents,
      })),
    )
    .execute();
}

export interface BookingRow {
  id: string;
  status: BookingStatus;
  resourceId: string;
  serviceId: string;
  assetClassId: string;
  customerId: string | null;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  occupiedUntil: Temporal.Instant;
  expiresAt: Temporal.Instant | null;
  idempotencyKey: string | null;
  version: number;
}

const rowColumns = [
  'id',
  'status',
  'resource_id as resourceId',
  'service_id as serviceId',
  'asset_class_id as assetClassId',
  'customer_id as customerId',
  'starts_at as startsAt',
  'ends_at as endsAt',
  'occupied_until as occupiedUntil',
  'expires_at as expiresAt',
  'idempotency_key as idempotencyKey',
  'version',
] as const;

export async function findBookingRow(db: TenantDb, bookingId: string): Promise<BookingRow | null> {
  const row = await db
    .selectFrom('bookings')
    .select(rowColumns)
    .where('id', '=', bookingId)
    .executeTakeFirst();
  return row ?? null;
}

export async function lockBookingRow(db: TenantDb, bookingId: string): Promise<BookingRow | null> {
  const row = await db
    .selectFrom('bookings')
    .select(rowColumns)
    .where('id', '=', bookingId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function findByIdempotencyKey(db: TenantDb, key: string): Promise<BookingRow | null> {
  const row = await db
    .selectFrom('bookings')
    .select(rowColumns)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether a service is done at the customer's place. */
export async function findIsMobile(db: TenantDb, serviceId: string): Promise<boolean> {
  const row = await db
    .selectFrom('services')
    .select('is_mobile')
    .where('id', '=', serviceId)
    .executeTakeFirst();
  return row?.is_mobile ?? true;
}

/** Sets when a hold ends. False when it is gone, a booking by now, or was first made before `madeAfter`. */
export async function updateExpiry(
  db: TenantDb,
  holdId: string,
  times: { expiresAt: Temporal.Instant; madeAfter: Temporal.Instant },
): Promise<boolean> {
  const result = await db
    .updateTable('bookings')
    .set({ expires_at: times.expiresAt })
    .where('id', '=', holdId)
    .where('status', '=', 'held')
    .where('created_at', '>', times.madeAfter)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function deleteHold(db: TenantDb, holdId: string): Promise<boolean> {
  const result = await db
    .deleteFrom('bookings')
    .where('id', '=', holdId)
    .where('status', '=', 'held')
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
