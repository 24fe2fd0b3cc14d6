import { withTenant } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { SmsError, type SmsProvider } from '@servicepro/providers/sms';
import { RunAgain } from '@servicepro/service-kit/jobs';
import type { TenantContext } from '@servicepro/tenant-context';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addQueued, createThread } from './conversations.fixture.ts';
import { recordSent } from './record-send.ts';
import { sendMessage } from './send-message.ts';

describe('a text whose answer was lost', () => {
  let database: TestDatabase;
  let tenant: TenantContext;
  beforeAll(async () => {
    database = await createTestDatabase();
    tenant = await database.createTenant();
  });
  afterAll(() => database.drop());

  it('is not taken for one with the same words that left just before', async () => {
    const thread = await createThread(database, tenant);
    const before = await addQueued(database.app, tenant, thread, { body: 'Which day suits you?' });
    await withTenant(database.app, tenant, (db) =>
      recordSent(db, before, { providerMessageId: 'SM-before', status: 'sent', errorCode: null }),
    );
    const id = await addQueued(database.app, tenant, thread, { body: 'Which day suits you?' });
    // The carrier has the text before; it never got this one.
    const sms: SmsProvider = {
      sendText: async () => {
        throw new SmsError('no answer', { kind: 'unknown-outcome' });
      },
      findText: async ({ exceptIds }) =>
        exceptIds?.includes('SM-before')
          ? null
          : { providerMessageId: 'SM-before', status: 'sent', errorCode: null },
    };
    const deps = {
      ...{ database: database.app, sms, killPoint: () => {}, pause: async () => {} },
      accountOf: async () => ({ sid: 'AC1', authToken: 'token' }),
      statusCallbackUrl: () => 'http://app.localhost/twilio/status',
    };
    const sending = sendMessage(deps, tenant, { messageId: id, settle: async () => true });
    await expect(sending).rejects.toThrow('answer was lost');
  });

  /** A text that was claimed by a worker that died, and a carrier that answers lookups when it is let. */
  async function inDoubt() {
    const thread = await createThread(database, tenant);
    const id = await addQueued(database.app, tenant, thread);
    await database.admin.query(
      "update messages set status = 'sending', claimed_at = now() - interval '1 minute' where id = $1",
      [id],
    );
    const sent: string[] = [];
    const lookups: (() => void)[] = [];
    const sms: SmsProvider = {
      sendText: async ({ to }) => {
        sent.push(to);
        return { providerMessageId: `SM-${id}-${sent.length}`, status: 'sent', errorCode: null };
      },
      findText: () => new Promise((resolve) => lookups.push(() => resolve(null))),
    };
    const deps = {
      ...{ database: database.app, sms, killPoint: () => {}, pause: async () => {}, claimMs: 50 },
      accountOf: async () => ({ sid: 'AC1', authToken: 'token' }),
      statusCallbackUrl: () => 'http://app.localhost/twilio/status',
    };
    const start = async () => {
      const already = lookups.length;
      const sending = sendMessage(deps, tenant, { messageId: id, settle: async () => true });
      await vi.waitFor(() => expect(lookups).toHaveLength(already + 1));
      return { sending, answer: () => lookups[already]?.() };
    };
    return { id, thread, sent, start };
  }

  it('leaves once, though the worker that asked the carrier was slow and another has sent it meanwhile', async () => {
    const { sent, start } = await inDoubt();
    const slow = await start();
    await new Promise((resolve) => setTimeout(resolve, 80));
    const quick = await start();
    quick.answer();
    await quick.sending;
    slow.answer();
    await slow.sending;
    expect(sent).toHaveLength(1);
  });

  it('does not leave when a STOP came while the carrier was asked', async () => {
    const { id, thread, sent, start } = await inDoubt();
    const { sending, answer } = await start();
    await database.admin.query('update contact_points set opted_out_at = clock_timestamp() where id = $1', [
      thread.contactPointId,
    ]);
    answer();
    await sending;
    expect(sent).toEqual([]);
    const { rows } = await database.admin.query('select status, status_reason from messages where id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ status: 'suppressed', status_reason: 'opted-out' }]);
  });

  it('is not sent by a worker that stood still after its claim', async () => {
    const thread = await createThread(database, tenant);
    const id = await addQueued(database.app, tenant, thread);
    const sms: SmsProvider = {
      sendText: () => expect.unreachable('its claim has run out'),
      findText: async () => null,
    };
    const deps = {
      ...{ database: database.app, sms, killPoint: () => {}, pause: async () => {} },
      accountOf: async () => {
        await new Promise((resolve) => setTimeout(resolve, 1_100));
        return { sid: 'AC1', authToken: 'token' };
      },
      statusCallbackUrl: () => 'http://app.localhost/twilio/status',
    };
    const sending = sendMessage(deps, tenant, { messageId: id, settle: async () => true });
    await expect(sending).rejects.toBeInstanceOf(RunAgain);
  });
});
