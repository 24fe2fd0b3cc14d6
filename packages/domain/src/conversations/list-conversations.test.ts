import { withTenant } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import type { TenantContext } from '@servicepro/tenant-context';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addInbound, createThread } from './conversations.fixture.ts';
import { type ListConversationsInput, listConversations } from './list-conversations.ts';
import { takeOver } from './take-over.ts';

describe('the inbox', () => {
  let database: TestDatabase;
  let tenant: TenantContext;
  const now = Temporal.Now.instant();
  const threads: { id: string; phone: string }[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    tenant = await database.createTenant();
    const other = await database.createTenant();
    for (const name of ['Ann Smith', '100% Clean', 'Bob', '', 'Zoë']) {
      await addThread(other, 'Ann Smith of another business');
      threads.push(await addThread(tenant, name));
    }
  });
  afterAll(() => database.drop());

  async function addThread(of: TenantContext, name: string): Promise<{ id: string; phone: string }> {
    const thread = await createThread(database, of);
    await addInbound(database, of, thread, `from ${name}`);
    if (name !== '')
      await database.admin.query(
        `with person as (insert into customers (tenant_id, name) values ($1, $2) returning id)
         update contact_points set customer_id = (select id from person) where id = $3`,
        [of.tenantId, name, thread.contactPointId],
      );
    return { id: thread.conversationId, phone: thread.phone };
  }
  const list = (input: Partial<ListConversationsInput> = {}) =>
    withTenant(database.app, tenant, (db) =>
      listConversations(db, { filter: 'all', limit: 30, userId: 'dana', now, ...input }),
    );
  const names = async (search: string) =>
    (await list({ search })).conversations.map((thread) => thread.customerName);

  it('finds people by a part of their name or number, and takes signs as they are', async () => {
    expect(await names('smith')).toEqual(['Ann Smith']);
    expect(await names('% clean')).toEqual(['100% Clean']);
    expect(await names('_')).toEqual([]);
    expect(await names('nobody')).toEqual([]);
    const { conversations } = await list({ search: threads[3]?.phone.slice(-7) });
    expect(conversations.map((thread) => thread.id)).toEqual([threads[3]?.id]);
  });

  it('gives every thread once, page by page, newest first, each with its last words', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: 2, cursor });
      for (const thread of page.conversations) {
        expect(thread.preview).toMatch(/^from /);
        seen.push(thread.id);
      }
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(threads.map((thread) => thread.id).reverse());
  });

  it('shows and counts the threads that are mine', async () => {
    const conversationId = threads[0]?.id ?? '';
    await withTenant(database.app, tenant, (db) => takeOver(db, { conversationId, userId: 'dana', now }));
    const mine = await list({ filter: 'yours' });
    expect(mine.conversations.map((thread) => thread.id)).toEqual([conversationId]);
    expect(mine.counts).toEqual({ needsYou: 0, yours: 1 });
    expect((await list({ filter: 'yours', userId: 'eve' })).conversations).toEqual([]);
    expect((await list({ filter: 'ai' })).conversations).toHaveLength(4);
  });
});
