import { withTenant } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import type { TenantContext } from '@servicepro/tenant-context';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createThread, type TestThread } from './conversations.fixture.ts';
import { replyAsPerson } from './reply-as-person.ts';

describe("a person's reply", () => {
  let database: TestDatabase;
  let tenant: TenantContext;
  const now = Temporal.Now.instant();
  beforeAll(async () => {
    database = await createTestDatabase();
    tenant = await database.createTenant();
  });
  afterAll(() => database.drop());

  const reply = (thread: TestThread, idempotencyKey?: string, body = 'On my way') =>
    withTenant(database.app, tenant, (db) =>
      replyAsPerson(db, { conversationId: thread.conversationId, userId: 'u1', body, now, idempotencyKey }),
    );
  const count = async (thread: TestThread) => {
    const { rows } = await database.admin.query(
      `select (select count(*)::int from messages where conversation_id = $1) as messages,
         (select count(*)::int from outbox o join messages m on o.payload ->> 'messageId' = m.id::text
           where m.conversation_id = $1) as sends`,
      [thread.conversationId],
    );
    return rows[0];
  };

  it('that is sent again with its key, at once or later, is one message and leaves once', async () => {
    const thread = await createThread(database, tenant);
    const answers = await Promise.all(Array.from({ length: 8 }, () => reply(thread, 'key-of-this-reply')));
    answers.push(await reply(thread, 'key-of-this-reply'));
    expect(new Set(answers.map((answer) => answer.messageId)).size).toBe(1);
    expect(await count(thread)).toEqual({ messages: 1, sends: 1 });
  });

  it('without a key, or with another one, is another message', async () => {
    const thread = await createThread(database, tenant);
    await reply(thread, 'first-key');
    await reply(thread, 'second-key');
    await reply(thread);
    await reply(thread);
    expect(await count(thread)).toEqual({ messages: 4, sends: 4 });
  });

  it('under a key that another thread used is refused', async () => {
    const [one, other] = [await createThread(database, tenant), await createThread(database, tenant)];
    await reply(one, 'key-of-one-thread');
    await expect(reply(other, 'key-of-one-thread')).rejects.toMatchObject({ status: 409 });
  });
});
