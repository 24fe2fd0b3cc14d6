import { randomBytes } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { type SendMessageDeps, sendMessage } from '@servicepro/domain/conversations';
import type { SmsProvider } from '@servicepro/providers/sms';
import { createTwilioSms } from '@servicepro/providers/sms/twilio';
import { startStandIns } from '@servicepro/stand-ins';
import type { TenantContext } from '@servicepro/tenant-context';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const account = { sid: `AC${randomBytes(16).toString('hex')}`, authToken: 'token-of-the-account' };
const number = '+15125550100';

describe('a message whose sending is cut off after the carrier took it', () => {
  let database: TestDatabase;
  let tenant: TenantContext;
  let carrier: Awaited<ReturnType<typeof startStandIns>>;
  let sms: SmsProvider;

  beforeAll(async () => {
    database = await createTestDatabase({ maxConnections: 16 });
    tenant = await database.createTenant({ number });
    carrier = await startStandIns({ deliveryStepMs: 1_000 });
    sms = createTwilioSms({ baseUrl: carrier.baseUrl, timeoutSeconds: 2 });
    await control('accounts', { sid: account.sid, authToken: account.authToken });
    await control('numbers', { number, accountSid: account.sid, label: 'Clean Machine' });
    await control('faults', { kind: 'accept-then-cut', percent: 30 });
  });
  afterAll(async () => {
    await carrier.close();
    await database.drop();
  });

  it('is sent once: 1,000 sends, three in ten cut off, none twice and none lost', async () => {
    const ids = await queueMessages(1_000, 'once');
    await inBatches(ids, 12, (id) => sendUntilSettled(depsWith(sms), id));
    const sent = await bodiesSent('once');
    expect({ distinct: new Set(sent).size, sent: sent.length }).toEqual({ distinct: 1_000, sent: 1_000 });
    const { rows } = await database.admin.query(
      "select count(*)::int as n from messages where body like 'once %' and provider_message_id is null",
    );
    expect(rows[0].n).toBe(0);
  }, 120_000);

  it('would be sent twice by a sender that does not ask the carrier first', async () => {
    const blind: SmsProvider = { sendText: (input) => sms.sendText(input), findText: async () => null };
    const ids = await queueMessages(60, 'blind');
    await inBatches(ids, 12, (id) => sendUntilSettled(depsWith(blind), id));
    expect((await bodiesSent('blind')).length).toBeGreaterThan(60);
  }, 60_000);

  function depsWith(provider: SmsProvider): SendMessageDeps {
    return {
      database: database.app,
      sms: provider,
      accountOf: async () => account,
      statusCallbackUrl: (_, messageId) => `http://127.0.0.1:9/twilio/status?message=${messageId}`,
      killPoint: () => {},
      pause: async () => {},
      claimMs: 1,
    };
  }

  async function sendUntilSettled(deps: SendMessageDeps, messageId: string): Promise<void> {
    for (let attempt = 0; attempt < 30; attempt += 1) {
      try {
        await sendMessage(deps, tenant, { messageId, settle: async () => {} });
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
    throw new Error('the message was never settled');
  }

  async function queueMessages(count: number, label: string): Promise<string[]> {
    const { rows } = await database.admin.query(
      `with p as (insert into contact_points (tenant_id, kind, value) values ($1, 'phone', $2) returning id),
       c as (insert into conversations (tenant_id, contact_point_id, tenant_number, account_id) select $1, id, $3, $4 from p returning id)
       insert into messages (tenant_id, conversation_id, direction, author, purpose, body, from_address, to_address, status, created_at)
       select $1, c.id, 'out', 'ai', 'reply', $5 || ' ' || n, $3, $2, 'queued', clock_timestamp() from c, generate_series(1, $6::int) n returning id`,
      [
        tenant.tenantId,
        label === 'once' ? '+15125550111' : '+15125550112',
        number,
        account.sid,
        label,
        count,
      ],
    );
    return rows.map((row) => row.id);
  }

  async function bodiesSent(label: string): Promise<string[]> {
    const response = await fetch(
      `${carrier.baseUrl}/__control/messages?number=${encodeURIComponent(number)}&limit=20000`,
    );
    const { messages } = await response.json();
    return messages
      .map((message: { body: string }) => message.body)
      .filter((body: string) => body.startsWith(`${label} `));
  }

  async function control(path: string, body: unknown): Promise<void> {
    const response = await fetch(`${carrier.baseUrl}/__control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }
});

async function inBatches<T>(
  items: readonly T[],
  size: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: size }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}
