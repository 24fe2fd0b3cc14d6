import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '@servicepro/db/testing';
import type { TenantContext } from '@servicepro/tenant-context';
import { testNow } from './core-api.fixture.ts';

/** One row of everything that has an id in a URL or a body, each text carrying the tenant's canary. */
export interface TenantEntities {
  tenantId: string;
  canary: string;
  phone: string;
  conversationId: string;
  customerId: string;
  assetClassId: string;
  serviceId: string;
  priceId: string;
  addOnId: string;
  resourceId: string;
  bookingId: string;
  holdId: string;
  actionId: string;
}

/** Fills a tenant with one of each, so that a leak of any of them would show. */
export async function createEntities(database: TestDatabase, tenant: TenantContext): Promise<TenantEntities> {
  const canary = `cnry-${randomUUID().slice(0, 12)}`;
  const phone = `+1512555${String(Math.floor(Math.random() * 10_000)).padStart(4, '0')}`;
  const { tenantId } = tenant;
  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const row = { tenant_id: tenantId, ...values };
    const columns = Object.keys(row);
    const { rows } = await database.admin.query(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')}) returning *`,
      Object.values(row).map(asParameter),
    );
    return rows[0].id;
  };
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    await insert('business_hours', { weekday, opens_local: '08:00', closes_local: '18:00' });
  }
  await insert('faqs', { question: canary, answer: canary });
  const assetClassId = await insert('asset_classes', { key: 'sedan', name: `Sedan ${canary}` });
  const serviceId = await insert('services', { key: 'wash', name: `Wash ${canary}`, description: canary });
  const price = { suggested_cents: 8_000, price_cents: 7_900, confirmed_at: testNow };
  const priceId = await insert('service_prices', {
    service_id: serviceId,
    asset_class_id: assetClassId,
    duration_minutes: 60,
    ...price,
  });
  const addOnId = await insert('add_ons', {
    key: 'hair',
    name: `Pet hair ${canary}`,
    price_cents: 3_500,
    confirmed_at: testNow,
  });
  const resourceId = await insert('resources', { kind: 'technician', name: `Marcus ${canary}` });
  const customerId = await insert('customers', { name: `Hannah ${canary}`, notes: canary });
  const contactPointId = await insert('contact_points', {
    kind: 'phone',
    value: phone,
    customer_id: customerId,
  });
  const conversationId = await insert('conversations', {
    contact_point_id: contactPointId,
    customer_id: customerId,
    tenant_number: '+15125550100',
    account_id: 'AC1',
    waiting_since: testNow,
    waiting_reason: canary,
  });
  await insert('messages', {
    conversation_id: conversationId,
    direction: 'in',
    author: 'customer',
    purpose: 'inbound',
    body: canary,
    from_address: phone,
    to_address: '+15125550100',
    status: 'received',
  });
  const turnId = await insert('turns', { conversation_id: conversationId, fence: 1, outcome: canary });
  const booking = {
    service_id: serviceId,
    asset_class_id: assetClassId,
    resource_id: resourceId,
    source: 'staff',
    address: canary,
    starts_at: testNow.add({ hours: 3 }),
    ends_at: testNow.add({ hours: 4 }),
    occupied_until: testNow.add({ hours: 4 }),
  };
  const bookingId = await insert('bookings', {
    ...booking,
    status: 'booked',
    number: 2_045,
    customer_id: customerId,
    conversation_id: conversationId,
  });
  await insert('booking_lines', {
    booking_id: bookingId,
    kind: 'service',
    service_price_id: priceId,
    name: canary,
    duration_minutes: 60,
    price_cents: 7_900,
  });
  const later = {
    starts_at: testNow.add({ hours: 5 }),
    ends_at: testNow.add({ hours: 6 }),
    occupied_until: testNow.add({ hours: 6 }),
  };
  const holdId = await insert('bookings', {
    ...booking,
    ...later,
    source: 'web',
    status: 'held',
    expires_at: testNow.add({ minutes: 10 }),
  });
  const inverse = JSON.stringify({ name: 'cancel_booking', bookingId, version: 1 });
  await insert('resource_time_off', {
    resource_id: resourceId,
    starts_at: testNow.add({ hours: 240 }),
    ends_at: testNow.add({ hours: 250 }),
  });
  await insert('consents', {
    contact_point_id: contactPointId,
    purpose: 'service',
    is_given: true,
    source: canary,
  });
  const assetId = await insert('assets', {
    customer_id: customerId,
    asset_class_id: assetClassId,
    name: canary,
  });
  await database.admin.query('update bookings set asset_id = $1 where id = $2', [assetId, bookingId]);
  await insert('conversation_leases', { conversation_id: conversationId });
  const messageId = await insert('messages', {
    ...{
      conversation_id: conversationId,
      turn_id: turnId,
      direction: 'out',
      author: 'ai',
      body: canary,
      status: 'delivered',
    },
    ...{ from_address: '+15125550100', to_address: phone },
  });
  await insert('message_facts', {
    ...{
      message_id: messageId,
      position: 1,
      kind: 'price',
      value: '$79',
      label: canary,
      source_table: 'service_prices',
    },
    ...{ start_offset: 0, end_offset: 3 },
  });
  await insert('phone_accounts', { account_id: `AC-${canary}`, auth_token_sealed: Buffer.from(canary) });
  await insert('tenant_phone_config', { number: phone, account_id: `AC-${canary}` });
  const outboxId = await insert('outbox', {
    type: 'scheduling.booking-made.v1',
    payload: JSON.stringify({ bookingId }),
  });
  await insert('processed_messages', { outbox_id: outboxId, subscriber: 'revalidate-site' });
  const actionId = await insert('actions', {
    conversation_id: conversationId,
    turn_id: turnId,
    name: 'book',
    risk: 'reversible',
    verdict: 'allowed',
    summary: canary,
    booking_id: bookingId,
    inverse,
    at: testNow,
  });
  return {
    tenantId,
    canary,
    phone,
    conversationId,
    customerId,
    assetClassId,
    serviceId,
    priceId,
    addOnId,
    resourceId,
    bookingId,
    holdId,
    actionId,
  };
}

function asParameter(value: unknown): unknown {
  return value instanceof Temporal.Instant ? value.toString() : value;
}

/** A checksum of every row a tenant has, table by table: equal before and after means nothing was touched. */
export async function checksumOf(database: TestDatabase, tenantId: string): Promise<Record<string, string>> {
  const { rows: tables } = await database.admin.query(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') order by 1`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await database.admin.query(
      `select md5(coalesce(string_agg(x::text, '|' order by x::text), '')) as sum from ${name} x where tenant_id = $1`,
      [tenantId],
    );
    sums[name] = rows[0].sum;
  }
  return sums;
}
