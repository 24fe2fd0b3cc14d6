import type { Booking } from '@servicepro/contracts/rest/scheduling';
import type { TenantDb } from '@servicepro/db';
import { type Expression, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';

/** One booking as the wire has it; null when the tenant has none of that id. */
export async function findBooking(db: TenantDb, bookingId: string): Promise<Booking | null> {
  const row = await selectBookings(db).where('b.id', '=', bookingId).executeTakeFirst();
  return row ? toBooking(row) : null;
}

/** Bookings and live holds that touch a range, by start; cancelled ones are left out. */
export async function findBookingsBetween(
  db: TenantDb,
  range: { startsAt: Temporal.Instant; endsAt: Temporal.Instant; now: Temporal.Instant },
): Promise<Booking[]> {
  const rows = await selectBookings(db)
    .where('b.starts_at', '<', range.endsAt)
    .where('b.ends_at', '>', range.startsAt)
    // By the constraint bookings_length: an index range on the start instead of a scan.
    .where('b.starts_at', '>', range.startsAt.subtract({ hours: 72 }))
    .where('b.status', '<>', 'cancelled')
    .where((eb) => eb.or([eb('b.status', '<>', 'held'), eb('b.expires_at', '>', range.now)]))
    .orderBy('b.starts_at')
    .orderBy('b.id')
    .limit(2000)
    .execute();
  return rows.map(toBooking);
}

/** A customer's bookings that have not ended, soonest first. */
export async function findUpcomingOfCustomer(
  db: TenantDb,
  customerId: string,
  now: Temporal.Instant,
): Promise<Booking[]> {
  const rows = await selectBookings(db)
    .where('b.customer_id', '=', customerId)
    .where('b.status', 'in', ['booked', 'confirmed', 'in_progress'])
    .where('b.ends_at', '>', now)
    .orderBy('b.starts_at')
    .limit(50)
    .execute();
  return rows.map(toBooking);
}

function selectBookings(db: TenantDb) {
  return db
    .selectFrom('bookings as b')
    .innerJoin('resources as r', (join) =>
      join.onRef('r.tenant_id', '=', 'b.tenant_id').onRef('r.id', '=', 'b.resource_id'),
    )
    .innerJoin('services as s', (join) =>
      join.onRef('s.tenant_id', '=', 'b.tenant_id').onRef('s.id', '=', 'b.service_id'),
    )
    .innerJoin('asset_classes as a', (join) =>
      join.onRef('a.tenant_id', '=', 'b.tenant_id').onRef('a.id', '=', 'b.asset_class_id'),
    )
    .leftJoin('customers as c', (join) =>
      join.onRef('c.tenant_id', '=', 'b.tenant_id').onRef('c.id', '=', 'b.customer_id'),
    )
    .select((eb) => [
      'b.id',
      'b.number',
      'b.status',
      'b.source',
      'b.is_by_ai',
      'b.resource_id',
      'r.name as resource_name',
      'b.service_id',
      's.name as service_name',
      's.category as service_category',
      'b.asset_class_id',
      'a.name as asset_class_name',
      'b.asset_name',
      'b.customer_id',
      'c.name as customer_name',
      eb
        .selectFrom('contact_points as p')
        .select('p.value')
        .whereRef('p.tenant_id', '=', 'b.tenant_id')
        .whereRef('p.customer_id', '=', 'b.customer_id')
        .where('p.kind', '=', 'phone')
        .orderBy('p.created_at')
        .limit(1)
        .as('customer_phone'),
      'b.address',
      'b.place',
      'b.notes',
      'b.starts_at',
      'b.ends_at',
      'b.occupied_until',
      'b.total_cents',
      'b.currency',
      'b.conversation_id',
      'b.started_at',
      'b.finished_at',
      'b.created_at',
      'b.version',
      linesOf(eb.ref('b.tenant_id'), eb.ref('b.id')),
    ]);

  function linesOf(tenantId: Expression<string>, bookingId: Expression<string>) {
    return jsonArrayFrom(
      db
        .selectFrom('booking_lines as l')
        .select(['l.kind', 'l.name', 'l.duration_minutes as durationMinutes', 'l.price_cents as priceCents'])
        .where('l.tenant_id', '=', tenantId)
        .where('l.booking_id', '=', bookingId)
        .orderBy(sql`l.kind = 'add_on'`)
        .orderBy('l.id'),
    ).as('lines');
  }
}

type Row = Awaited<ReturnType<ReturnType<typeof selectBookings>['execute']>>[number];

function toBooking(row: Row): Booking {
  return {
    id: row.id,
    number: row.number === null ? null : `J-${row.number}`,
    status: row.status,
    source: row.source,
    isByAi: row.is_by_ai,
    resource: { id: row.resource_id, name: row.resource_name },
    service: { id: row.service_id, name: row.service_name, category: row.service_category },
    assetClass: { id: row.asset_class_id, name: row.asset_class_name },
    assetName: row.asset_name,
    customer:
      row.customer_id === null
        ? null
        : { id: row.customer_id, name: row.customer_name ?? '', phone: row.customer_phone },
    address: row.address,
    place: row.place,
    notes: row.notes,
    startsAt: row.starts_at.toString(),
    endsAt: row.ends_at.toString(),
    occupiedUntil: row.occupied_until.toString(),
    lines: row.lines,
    totalCents: row.total_cents,
    currency: row.currency,
    conversationId: row.conversation_id,
    startedAt: row.started_at?.toString() ?? null,
    finishedAt: row.finished_at?.toString() ?? null,
    createdAt: row.created_at.toString(),
    version: row.version,
  };
}
