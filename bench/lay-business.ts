import type { PhoneScene } from './phone-scene.ts';

/** Hours, five technicians and one service at a confirmed price: enough to be asked about and to be booked. */
export async function layBusiness({ database, tenant }: PhoneScene): Promise<void> {
  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const row = { tenant_id: tenant.tenantId, ...values };
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    const { rows } = await database.admin.query(
      `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')}) returning *`,
      Object.values(row),
    );
    return String(rows[0].id);
  };
  for (let weekday = 1; weekday <= 7; weekday += 1)
    await insert('business_hours', { weekday, opens_local: '08:00', closes_local: '18:00' });
  for (let position = 1; position <= 5; position += 1)
    await insert('resources', { kind: 'technician', name: `Technician ${position}`, position });
  const words = { name: 'Sedan', words: ['sedan', 'car'] };
  const assetClassId = await insert('asset_classes', { key: 'sedan', ...words });
  const service = { name: 'Maintenance wash', words: ['wash'], is_mobile: false };
  const serviceId = await insert('services', { key: 'maintenance_wash', ...service });
  await insert('service_prices', {
    service_id: serviceId,
    asset_class_id: assetClassId,
    duration_minutes: 60,
    price_cents: 7_900,
    confirmed_at: new Date().toISOString(),
  });
}
