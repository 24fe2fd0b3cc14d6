import type { BookingStatus } from '@servicepro/contracts/rest/scheduling';
import { constraintOf, type TenantDb } from '@servicepro/db';
import { sql } from 'kysely';

/** The first number a business gives: J-1001. */
const firstNumber = 1001;

export interface BookingDetails {
  readonly customerId: string;
  readonly assetId: string | null;
  readonly assetName: string;
  readonly address: string;
  readonly place: string;
  readonly notes: string;
  readonly idempotencyKey: string | null;
  readonly now: Temporal.Instant;
}

/** Makes a hold a booking and gives it the business's next number. False when the hold is gone. */
export async function updateHoldToBooked(
  db: TenantDb,
  holdId: string,
  details: BookingDetails,
): Promise<boolean> {
  const result = await db
    .with('next', (cte) =>
      cte
        .insertInto('tenant_counters')
        .columns(['name', 'value'])
        .expression((eb) =>
          eb
            .selectFrom('bookings')
            .select([sql<string>`'booking'`.as('name'), sql<number>`${firstNumber}::bigint`.as('value')])
            .where('id', '=', holdId)
            .where('status', '=', 'held'),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'name'])
            .doUpdateSet({ value: sql<number>`tenant_counters.value + 1` }),
        )
        .returning('value'),
    )
    .updateTable('bookings')
    .from('next')
    .set({
      status: 'booked',
      number: sql<number>`next.value`,
      expires_at: null,
      customer_id: details.customerId,
      asset_id: details.assetId,
      asset_name: details.assetName,
      address: details.address,
      place: details.place,
      notes: details.notes,
      idempotency_key: sql<string | null>`coalesce(${details.idempotencyKey}, idempotency_key)`,
      updated_at: details.now,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', holdId)
    .where('status', '=', 'held')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export interface NewPlace {
  readonly resourceId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly occupiedUntil: Temporal.Instant;
}

/** Moves a booking. False when the exclusion constraint says that the place is taken; the transaction stays usable. */
export function updatePlace(
  db: TenantDb,
  bookingId: string,
  place: NewPlace,
  now: Temporal.Instant,
): Promise<boolean> {
  return unlessOverlapping(db, () =>
    db
      .updateTable('bookings')
      .set({
        resource_id: place.resourceId,
        starts_at: place.startsAt,
        ends_at: place.endsAt,
        occupied_until: place.occupiedUntil,
        updated_at: now,
        version: sql<number>`version + 1`,
      })
      .where('id', '=', bookingId)
      .execute(),
  );
}

export interface StatusChange {
  readonly status: BookingStatus;
  readonly startedAt?: Temporal.Instant | null;
  readonly finishedAt?: Temporal.Instant | null;
}

/** Sets a status. False when it would take up a range that another booking has by now. */
export function updateStatus(
  db: TenantDb,
  bookingId: string,
  change: StatusChange,
  now: Temporal.Instant,
): Promise<boolean> {
  return unlessOverlapping(db, () =>
    db
      .updateTable('bookings')
      .set({
        status: change.status,
        ...(change.startedAt === undefined ? {} : { started_at: change.startedAt }),
        ...(change.finishedAt === undefined ? {} : { finished_at: change.finishedAt }),
        updated_at: now,
        version: sql<number>`version + 1`,
      })
      .where('id', '=', bookingId)
      .execute(),
  );
}

export async function updateToCancelled(
  db: TenantDb,
  bookingId: string,
  reason: string,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('bookings')
    .set({
      status: 'cancelled',
      cancelled_at: now,
      cancel_reason: reason,
      updated_at: now,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', bookingId)
    .execute();
}

export interface RecordedMove {
  readonly from: { resourceId: string; startsAt: string };
  /** The booking's version after the move. */
  readonly version: number;
}

/** The last move of a booking, as the audit log has it; null when it was never moved. */
export async function findLastMove(db: TenantDb, bookingId: string): Promise<RecordedMove | null> {
  const row = await db
    .selectFrom('audit_log')
    .select([
      sql<string | null>`detail #>> '{from,resourceId}'`.as('resourceId'),
      sql<string | null>`detail #>> '{from,startsAt}'`.as('startsAt'),
      sql<number | null>`(detail ->> 'version')::int`.as('version'),
    ])
    .where('subject_id', '=', bookingId)
    .where('action', '=', 'scheduling.move-booking')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row || row.resourceId === null || row.startsAt === null || row.version === null) return null;
  return { from: { resourceId: row.resourceId, startsAt: row.startsAt }, version: row.version };
}

/** The constraint settles it; a savepoint keeps what the transaction did before. */
async function unlessOverlapping(db: TenantDb, change: () => Promise<unknown>): Promise<boolean> {
  await sql`savepoint place`.execute(db);
  try {
    await change();
    await sql`release savepoint place`.execute(db);
    return true;
  } catch (cause) {
    if (constraintOf(cause) !== 'bookings_no_overlap') throw cause;
    await sql`rollback to savepoint place`.execute(db);
    return false;
  }
}
