import { type AppDatabase, type TenantDb, withTenant } from '@servicepro/db';
import type { TestDatabase, TestTenantOptions } from '@servicepro/db/testing';
import type { Actor, TenantContext } from '@servicepro/tenant-context';

/** A tenant that can be booked: open daily from eight to six, two vans that go out and one bay. */
export interface BookingScene {
  readonly context: TenantContext;
  readonly staff: TenantContext;
  /** Resources by position; the last one is a bay and takes no mobile work. */
  readonly resourceIds: readonly string[];
  /** Two hours and 30 minutes of buffer; 120.00, confirmed. */
  readonly detail: { serviceId: string; assetClassId: string };
  /** One hour, no buffer; its price is not confirmed. */
  readonly wash: { serviceId: string; assetClassId: string };
  /** Needs a quote first. */
  readonly quoteFirst: { serviceId: string; assetClassId: string };
  readonly priceIds: { detail: string; wash: string };
  readonly addOnId: string;
  run<T>(work: (db: TenantDb) => Promise<T>, context?: TenantContext): Promise<T>;
}

/** Sets the scene as the administrator, so that a test begins with rows and not with the code under test. */
export async function createBookingScene(
  database: TestDatabase,
  options: TestTenantOptions & { app?: AppDatabase } = {},
): Promise<BookingScene> {
  const tenant = await database.createTenant(options);
  const { tenantId } = tenant;
  const insert = async (sql: string, values: unknown[]): Promise<string> => {
    const { rows } = await database.admin.query(`${sql} returning id`, values);
    return String(rows[0].id);
  };
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    await insert(
      `insert into business_hours (tenant_id, weekday, opens_local, closes_local) values ($1, $2, '08:00', '18:00')`,
      [tenantId, weekday],
    );
  }
  const assetClassId = await insert(
    `insert into asset_classes (tenant_id, key, name) values ($1, 'sedan', 'Sedan')`,
    [tenantId],
  );
  const service = async (key: string, name: string, bufferMinutes: number, booking = 'instant') => ({
    serviceId: await insert(
      'insert into services (tenant_id, key, name, buffer_minutes, booking) values ($1, $2, $3, $4, $5)',
      [tenantId, key, name, bufferMinutes, booking],
    ),
    assetClassId,
  });
  const price = (serviceId: string, minutes: number, cents: number | null) =>
    insert(
      `insert into service_prices (tenant_id, service_id, asset_class_id, duration_minutes, suggested_cents, price_cents, confirmed_at)
       values ($1, $2, $3, $4, 9900, $5, case when $5::int is null then null else now() end)`,
      [tenantId, serviceId, assetClassId, minutes, cents],
    );
  const detail = await service('full-detail', 'Full detail', 30);
  const wash = await service('wash', 'Wash', 0);
  const quoteFirst = await service('coating', 'Ceramic coating', 0, 'quote_first');
  const priceIds = {
    detail: await price(detail.serviceId, 120, 12000),
    wash: await price(wash.serviceId, 60, null),
  };
  await price(quoteFirst.serviceId, 300, null);
  const addOnId = await insert(
    `insert into add_ons (tenant_id, key, name, duration_minutes, price_cents, confirmed_at) values ($1, 'wax', 'Hand wax', 30, 4000, now())`,
    [tenantId],
  );
  const resource = (name: string, position: number, takesMobile: boolean) =>
    insert(
      `insert into resources (tenant_id, kind, name, position, takes_mobile, takes_shop) values ($1, $2, $3, $4, $5, true)`,
      [tenantId, takesMobile ? 'van' : 'bay', name, position, takesMobile],
    );
  const resourceIds = [
    await resource('Van 1', 1, true),
    await resource('Van 2', 2, true),
    await resource('Bay', 3, false),
  ];
  const person: Actor = { kind: 'user', id: 'dana', role: 'owner' };
  return {
    context: tenant,
    staff: { ...tenant, actor: person },
    resourceIds,
    detail,
    wash,
    quoteFirst,
    priceIds,
    addOnId,
    run: (work, context = tenant) => withTenant(options.app ?? database.app, context, work),
  };
}

/** A customer to book for. */
export async function createCustomer(
  database: TestDatabase,
  tenantId: string,
  name = 'Priya',
): Promise<string> {
  const { rows } = await database.admin.query(
    'insert into customers (tenant_id, name) values ($1, $2) returning id',
    [tenantId, name],
  );
  return String(rows[0].id);
}

/** Overlaps of what takes up a resource, counted by Postgres over all rows: the history read after the fact. */
export async function countOverlaps(database: TestDatabase, tenantId: string): Promise<number> {
  const { rows } = await database.admin.query(
    `select count(*)::int as overlaps from bookings a join bookings b
       on a.tenant_id = b.tenant_id and a.resource_id = b.resource_id and a.id < b.id
       and tstzrange(a.starts_at, a.occupied_until) && tstzrange(b.starts_at, b.occupied_until)
     where a.tenant_id = $1 and a.status not in ('cancelled', 'no_show') and b.status not in ('cancelled', 'no_show')`,
    [tenantId],
  );
  return Number(rows[0].overlaps);
}
