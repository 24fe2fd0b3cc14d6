import type { TestDatabase } from '@servicepro/db/testing';
import type { TenantContext } from '@servicepro/tenant-context';
import { benchBookings } from './slot-rule.ts';

export interface SlotScene {
  readonly context: TenantContext;
  readonly serviceId: string;
  readonly assetClassId: string;
  readonly resourceIds: readonly string[];
}

/** A tenant with ten resources and two thousand bookings in fourteen days: the grid of the rule's own measurement. */
export async function createSlotScene(database: TestDatabase): Promise<SlotScene> {
  const { slug: _slug, ...context } = await database.createTenant();
  const { tenantId } = context;
  const insert = async (sql: string, values: unknown[]): Promise<string> => {
    const { rows } = await database.admin.query(`${sql} returning id`, values);
    return String(rows[0].id);
  };
  await database.admin.query(
    `insert into business_hours (tenant_id, weekday, opens_local, closes_local) select $1, day, '08:00', '18:00' from generate_series(1, 7) day`,
    [tenantId],
  );
  const assetClassId = await insert(
    `insert into asset_classes (tenant_id, key, name) values ($1, 'any', 'Any')`,
    [tenantId],
  );
  const serviceId = await insert(`insert into services (tenant_id, key, name) values ($1, 'work', 'Work')`, [
    tenantId,
  ]);
  await insert(
    `insert into service_prices (tenant_id, service_id, asset_class_id, duration_minutes) values ($1, $2, $3, 30)`,
    [tenantId, serviceId, assetClassId],
  );
  const customerId = await insert(`insert into customers (tenant_id, name) values ($1, 'Customer')`, [
    tenantId,
  ]);
  const resourceIds: string[] = [];
  for (let position = 0; position < 10; position += 1) {
    resourceIds.push(
      await insert(`insert into resources (tenant_id, kind, name, position) values ($1, 'van', $2, $3)`, [
        tenantId,
        `Van ${position}`,
        position,
      ]),
    );
  }
  const bookings = benchBookings();
  await database.admin.query(
    `insert into bookings (tenant_id, status, source, resource_id, service_id, asset_class_id, customer_id, number, starts_at, ends_at, occupied_until)
     select $1, 'booked', 'import', ($2::uuid[])[r + 1], $3, $4, $5, n, to_timestamp(s * 60), to_timestamp(e * 60), to_timestamp(e * 60)
     from unnest($6::int[], $7::bigint[], $8::bigint[]) with ordinality as b (r, s, e, n)`,
    [
      tenantId,
      resourceIds,
      serviceId,
      assetClassId,
      customerId,
      bookings.map((booking) => Number(booking.resourceId)),
      bookings.map((booking) => booking.startsAtMinute),
      bookings.map((booking) => booking.endsAtMinute),
    ],
  );
  await database.admin.query(
    `insert into tenant_counters (tenant_id, name, value) values ($1, 'booking', 5000)`,
    [tenantId],
  );
  await database.admin.query('analyze bookings');
  return { context, serviceId, assetClassId, resourceIds };
}
