import type { TestDatabase } from '@servicepro/db/testing';
import type { TenantContext } from '@servicepro/tenant-context';

/** A business with one service at a confirmed price that many can book on one day: open at all hours, many resources. */
export async function layBusiness(database: TestDatabase, tenant: TenantContext): Promise<void> {
  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const row = { tenant_id: tenant.tenantId, ...values };
    const columns = Object.keys(row);
    const { rows } = await database.admin.query(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')}) returning *`,
      Object.values(row),
    );
    return rows[0].id;
  };
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    await insert('business_hours', { weekday, opens_local: '08:00', closes_local: '18:00' });
  }
  const assetClassId = await insert('asset_classes', {
    key: 'sedan',
    name: 'Sedan',
    words: ['sedan', 'car'],
  });
  const serviceId = await insert('services', {
    key: 'maintenance_wash',
    name: 'Maintenance wash',
    words: ['wash'],
    is_mobile: false,
  });
  await insert('service_prices', {
    service_id: serviceId,
    asset_class_id: assetClassId,
    duration_minutes: 60,
    price_cents: 7_900,
    confirmed_at: new Date().toISOString(),
  });
  for (let index = 1; index <= 200; index += 1)
    await insert('resources', { kind: 'technician', name: `Technician ${index}`, position: index });
}
