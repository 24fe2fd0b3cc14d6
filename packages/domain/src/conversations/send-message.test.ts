import { withTenant } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { SmsError, type SmsProvider } from '@servicepro/providers/sms';
import type { TenantContext } from '@servicepro/tenant-context';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
});
