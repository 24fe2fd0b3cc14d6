import { randomUUID } from 'node:crypto';
import { type AppDatabase, withTenant } from '@servicepro/db';
import type { TestDatabase } from '@servicepro/db/testing';
import type { TenantContext } from '@servicepro/tenant-context';

export const tenantNumber = '+15125550100';

export interface TestThread {
  contactPointId: string;
  conversationId: string;
  phone: string;
}

let sequence = 0;

/** A contact point with its thread. */
export async function createThread(database: TestDatabase, tenant: TenantContext): Promise<TestThread> {
  sequence += 1;
  const phone = `+1512${String(6_000_000 + sequence)}`;
  const contact = await database.admin.query(
    "insert into contact_points (tenant_id, kind, value) values ($1, 'phone', $2) returning id",
    [tenant.tenantId, phone],
  );
  const contactPointId: string = contact.rows[0].id;
  const thread = await database.admin.query(
    'insert into conversations (tenant_id, contact_point_id, tenant_number, account_id) values ($1, $2, $3, $4) returning id',
    [tenant.tenantId, contactPointId, tenantNumber, 'AC1'],
  );
  return { contactPointId, conversationId: thread.rows[0].id, phone };
}

/** A text of the customer, stored as the gateway stores it but without a turn of its own. */
export async function addInbound(
  database: TestDatabase,
  tenant: TenantContext,
  thread: TestThread,
  body: string,
): Promise<string> {
  const { rows } = await database.admin.query(
    `insert into messages (tenant_id, conversation_id, direction, author, purpose, body, from_address, to_address, status, provider_message_id, created_at)
     values ($1, $2, 'in', 'customer', 'inbound', $3, $4, $5, 'received', $6, clock_timestamp()) returning id`,
    [tenant.tenantId, thread.conversationId, body, thread.phone, tenantNumber, `SM${randomUUID()}`],
  );
  return rows[0].id;
}

/** An outbound message that waits to be sent. */
export async function addQueued(
  app: AppDatabase,
  tenant: TenantContext,
  thread: TestThread,
  change: {
    author?: 'ai' | 'person' | 'system';
    purpose?: 'reply' | 'stop-confirmation' | 'start-confirmation' | 'help' | 'notice';
    body?: string;
  } = {},
): Promise<string> {
  const { id } = await withTenant(app, tenant, (db) =>
    db
      .insertInto('messages')
      .values({
        conversation_id: thread.conversationId,
        direction: 'out',
        author: change.author ?? 'ai',
        purpose: change.purpose ?? 'reply',
        body: change.body ?? 'Hello',
        from_address: tenantNumber,
        to_address: thread.phone,
        status: 'queued',
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  return id;
}
