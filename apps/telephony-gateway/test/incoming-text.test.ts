import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createGatewayFixture,
  type GatewayFixture,
  platform,
  type TestBusiness,
  textFields,
} from './gateway.fixture.ts';

const path = '/twilio/sms/incoming';

describe('an incoming text', () => {
  let gateway: GatewayFixture;
  let root: TestBusiness;
  let other: TestBusiness;
  let third: TestBusiness;

  beforeAll(async () => {
    gateway = await createGatewayFixture();
    root = await gateway.createBusiness('+15125550100', { isRoot: true });
    other = await gateway.createBusiness('+13035550100', { serviceId: 'MGother' });
    third = await gateway.createBusiness('+12065550100', { status: 'suspended' });
  });
  afterAll(() => gateway.close());

  const count = async (table: string, where = 'true'): Promise<number> =>
    Number(
      (await gateway.database.admin.query(`select count(*) as n from ${table} where ${where}`)).rows[0].n,
    );

  it('is stored before it is acknowledged, with its receipt and the message that makes the receptionist answer', async () => {
    const fields = textFields(root);
    const answer = await gateway.post(path, fields, root.authToken);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('<Response/>');
    const { rows } = await gateway.database.admin.query(
      `select m.body, c.tenant_number, p.value, o.available_at - m.created_at as pause
       from messages m join conversations c on c.id = m.conversation_id join contact_points p on p.id = c.contact_point_id
       join outbox o on o.payload ->> 'messageId' = m.id::text
       where m.provider_message_id = $1`,
      [fields.MessageSid],
    );
    expect(rows).toMatchObject([{ body: fields.Body, tenant_number: root.number, value: '+15125550123' }]);
    expect(rows[0].pause.seconds + (rows[0].pause.milliseconds ?? 0) / 1_000).toBeGreaterThan(1.9);
  });

  it('is stored once: 1,000 texts, each delivered one to ten times at once, to one or two processes', async () => {
    const second = await createGatewayFixture({
      viaUrl: () => gateway.database.urls.servicepro_app,
      share: gateway,
    });
    const texts = Array.from({ length: 1_000 }, (_, index) =>
      textFields(root, { From: `+1512556${String(index % 200).padStart(4, '0')}` }),
    );
    const before = { messages: await count('messages'), outbox: await count('outbox') };
    const statuses = new Set<number>();
    for (let at = 0; at < texts.length; at += 20) {
      const batch = texts
        .slice(at, at + 20)
        .flatMap((fields, place) => Array.from({ length: 1 + ((at + place) % 10) }, () => fields));
      const answers = await Promise.all(
        batch.map((fields, place) => (place % 2 ? second : gateway).post(path, fields, root.authToken)),
      );
      for (const answer of answers) statuses.add(answer.status);
    }
    await second.close();
    expect(statuses).toEqual(new Set([200]));
    expect(await count('messages')).toBe(before.messages + 1_000);
    expect(await count('outbox')).toBe(before.outbox + 1_000);
  }, 120_000);

  it('of one number is taken only with the token of the account that owns it: 3 of 27 combinations', async () => {
    const businesses = [root, other, third];
    const statuses: number[] = [];
    for (const called of businesses) {
      for (const account of businesses) {
        for (const signer of businesses) {
          const { status } = await gateway.post(
            path,
            textFields({ number: called.number, accountId: account.accountId }),
            signer.authToken,
          );
          statuses.push(status);
        }
      }
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
    expect(statuses.filter((status) => status === 403)).toHaveLength(24);
  });

  it('without a signature, with a wrong one, or signed over another host changes nothing', async () => {
    const before = await count('messages');
    const fields = textFields(root);
    const tries = [
      gateway.post(path, fields, root.authToken, { signature: '' }),
      gateway.post(path, fields, 'wrong-token'),
      gateway.post(path, { ...fields, Body: 'changed' }, root.authToken, { signature: 'AAAA' }),
      gateway.post(`${path}?x=1`, fields, root.authToken, { signature: 'BBBB' }),
    ];
    for (const answer of await Promise.all(tries)) expect(answer.status).toBe(403);
    expect(await count('messages')).toBe(before);
  });

  it('is judged over the configured origin: spoofed hosts do not change the verdict', async () => {
    const headers = { host: 'evil.test', 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'http' };
    expect((await gateway.post(path, textFields(root), root.authToken, { headers })).status).toBe(200);
  });

  it('to a number that nobody owns lands with the root tenant: neutral words once, no customer, no turn', async () => {
    const before = { points: await count('contact_points'), outbox: await count('outbox') };
    const fields = textFields({ number: '+15125550199', accountId: platform.accountId });
    const first = await gateway.post(path, fields, platform.authToken);
    const again = await gateway.post(path, fields, platform.authToken);
    expect(first.body).toContain('<Message>');
    expect(first.body).not.toMatch(/Clean|Machine|t-/);
    expect(again.body).not.toContain('<Message>');
    expect(await count('unrouted_messages', `tenant_id = '${root.tenantId}'`)).toBe(1);
    expect(await count('contact_points')).toBe(before.points);
    expect(await count('outbox')).toBe(before.outbox);
  });

  it('whose service and number belong to two tenants is unrouted', async () => {
    const answer = await gateway.post(
      path,
      textFields(root, { MessagingServiceSid: 'MGother' }),
      root.authToken,
    );
    expect(answer.status).toBe(200);
    expect(await count('unrouted_messages', "reason = 'service-and-number-disagree'")).toBe(1);
  });

  it('to a number that moved goes to its new owner within the cache, never to the old one', async () => {
    const mover = await gateway.createBusiness('+14045550100');
    const heir = await gateway.createBusiness('+14045550101');
    expect((await gateway.post(path, textFields(mover), mover.authToken)).status).toBe(200);
    await gateway.database.admin.query(
      "update tenant_addresses set tenant_id = $1 where kind = 'phone' and key = $2",
      [heir.tenantId, mover.number],
    );
    const of = (tenantId: string) => count('messages', `tenant_id = '${tenantId}'`);
    const before = { mover: await of(mover.tenantId), heir: await of(heir.tenantId) };
    // The account that had it may not speak for it any more; the one that has it now may.
    expect((await gateway.post(path, textFields(mover), mover.authToken)).status).toBe(403);
    const moved = { number: mover.number, accountId: heir.accountId };
    expect((await gateway.post(path, textFields(moved), heir.authToken)).status).toBe(200);
    expect(await of(mover.tenantId)).toBe(before.mover);
    expect(await of(heir.tenantId)).toBe(before.heir + 1);
  });

  it('to a number that nobody owns: a STOP gets no words back, and a machine that answers us is answered once', async () => {
    const to = { number: '+15125550198', accountId: platform.accountId };
    const say = async (From: string, Body: string) =>
      (await gateway.post(path, textFields(to, { From, Body }), platform.authToken)).body;
    expect(await say('+15125550151', 'STOP')).not.toContain('<Message>');
    expect(await say('+15125550152', 'We got your message.')).toContain('<Message>');
    expect(await say('+15125550152', 'We got your message.')).not.toContain('<Message>');
    expect(await count('unrouted_messages', "to_address = '+15125550198'")).toBe(3);
  });

  it('STOP suppresses in the transaction that stores it, and START takes it back', async () => {
    const from = '+15125550142';
    await gateway.post(path, textFields(root, { From: from, Body: ' Stop! ' }), root.authToken);
    expect(await count('contact_points', `value = '${from}' and opted_out_at is not null`)).toBe(1);
    await gateway.post(path, textFields(root, { From: from, Body: 'START' }), root.authToken);
    expect(await count('contact_points', `value = '${from}' and opted_out_at is null`)).toBe(1);
    expect(
      await count('consents', `contact_point_id = (select id from contact_points where value = '${from}')`),
    ).toBe(2);
  });

  it('that is malformed, too large or no form is refused in words and stores nothing', async () => {
    const before = await count('messages');
    const { MessageSid: _, ...withoutSid } = textFields(root);
    expect((await gateway.post(path, withoutSid, root.authToken)).status).toBe(400);
    expect(
      (await gateway.post(path, textFields(root, { Body: 'x'.repeat(80_000) }), root.authToken)).status,
    ).toBe(413);
    const json = await gateway.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/json' },
      payload: '{"a":',
    });
    expect(json.statusCode).toBe(400);
    expect(await count('messages')).toBe(before);
  });
});
