import { verifySignature } from '@servicepro/providers/sms';
import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  account,
  eventually,
  number,
  person,
  post,
  secondNumber,
  serviceSid,
  startDemoCarrier,
  text,
} from './demo-carrier.ts';

let demo: Awaited<ReturnType<typeof startDemoCarrier>>;
beforeEach(async () => {
  demo = await startDemoCarrier();
});
afterEach(() => demo.close());

const messages = () => [...demo.standIns.carrier.state.messages.values()];
const send = (body: string, statusCallback = '') =>
  fetch(`${demo.standIns.baseUrl}/2010-04-01/Accounts/${account.sid}/Messages.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${account.sid}:${account.authToken}`)}` },
    body: new URLSearchParams({ To: person, From: number, Body: body, StatusCallback: statusCallback }),
  });

describe('an inbound text', () => {
  it('reaches the webhook with the vendor’s fields, signed over the configured URL by the account of the number', async () => {
    await text(demo.standIns, 'Can you wash my truck Friday?');
    await eventually(() => expect(demo.listener.received).toHaveLength(1));
    const [webhook] = demo.listener.received;
    expect(webhook?.params).toMatchObject({
      AccountSid: account.sid,
      From: person,
      To: number,
      Body: 'Can you wash my truck Friday?',
      MessagingServiceSid: serviceSid,
      NumMedia: '0',
      NumSegments: '1',
      FromCity: 'AUSTIN',
      ApiVersion: '2010-04-01',
    });
    expect(webhook?.params.MessageSid).toBe(webhook?.params.SmsSid);
    expect(webhook?.headers['i-twilio-idempotency-token']).toMatch(/^[0-9a-f-]{36}$/);
    const signature = String(webhook?.headers['x-twilio-signature']);
    const url = `${demo.listener.origin}/sms?tenant=1`;
    const params = webhook?.params ?? {};
    expect(twilio.validateRequest(account.authToken, signature, url, params)).toBe(true);
    const signed = {
      authTokens: [account.authToken],
      url,
      signature,
      body: { kind: 'form' as const, params },
    };
    expect(verifySignature(signed)).toBe(true);
    expect(verifySignature({ ...signed, authTokens: ['other'] })).toBe(false);
  });

  it('has no MessagingServiceSid on a number outside a service', async () => {
    await text(demo.standIns, 'Hi', secondNumber);
    await eventually(() => expect(demo.listener.received).toHaveLength(1));
    expect(demo.listener.received[0]?.params).not.toHaveProperty('MessagingServiceSid');
  });

  it('goes to the fallback with the same idempotency token after a 500, and nothing more is done after that', async () => {
    demo.listener.answers.set('/sms?tenant=1', () => ({ status: 500 }));
    demo.listener.answers.set('/fallback', () => ({ status: 503 }));
    await text(demo.standIns, 'Hi');
    await eventually(() => expect(messages()[0]).toMatchObject({ isLost: true, acknowledgedAt: null }));
    expect(demo.listener.received.map((webhook) => webhook.path)).toEqual(['/sms?tenant=1', '/fallback']);
    const [first, second] = demo.listener.received;
    expect(second?.params).toMatchObject({ ErrorCode: '11200' });
    expect(second?.headers['i-twilio-idempotency-token']).toBe(first?.headers['i-twilio-idempotency-token']);
  });

  it('goes to the fallback when nothing answers in time, or the socket is cut', async () => {
    demo.listener.answers.set('/late', () => ({ afterMs: 400 }));
    demo.listener.answers.set('/cut', () => ({ isCut: true }));
    for (const path of ['/late#rt=100', '/cut']) {
      const settings = { number, accountSid: account.sid, label: 'x', smsUrl: demo.listener.origin + path };
      await post(demo.standIns, '/__control/numbers', {
        ...settings,
        smsFallbackUrl: `${demo.listener.origin}/fallback`,
      });
      await text(demo.standIns, 'Hi');
    }
    await eventually(() => expect(messages().every((message) => message.acknowledgedAt !== null)).toBe(true));
    expect(demo.listener.received.filter((webhook) => webhook.path === '/fallback')).toHaveLength(2);
  });

  it('is tried again first where the URL’s fragment says so', async () => {
    let tries = 0;
    demo.listener.answers.set('/again', () => {
      tries += 1;
      return { status: tries < 3 ? 502 : 200 };
    });
    const settings = {
      number,
      accountSid: account.sid,
      label: 'x',
      smsUrl: `${demo.listener.origin}/again#rc=4&rp=5xx`,
    };
    await post(demo.standIns, '/__control/numbers', settings);
    await text(demo.standIns, 'Hi');
    await eventually(() => expect(messages()[0]?.acknowledgedAt).not.toBeNull());
    expect(demo.listener.received).toHaveLength(3);
  });

  it('is answered by the Message verbs of the document', async () => {
    const body =
      '<?xml version="1.0"?><Response><Message>We open at 8 &amp; close at 6.</Message><Message><Body>Two</Body></Message></Response>';
    demo.listener.answers.set('/sms?tenant=1', () => ({ body }));
    await text(demo.standIns, 'Hours?');
    await eventually(() => {
      const replies = messages().filter((message) => message.direction === 'outbound-reply');
      expect(replies.map((reply) => reply.body)).toEqual(['We open at 8 & close at 6.', 'Two']);
      expect(replies.every((reply) => reply.status === 'delivered' && reply.to === person)).toBe(true);
    });
  });

  it('is refused by the vendor’s reader when the document is not one', async () => {
    demo.listener.answers.set('/sms?tenant=1', () => ({ body: '<Response><Message>cut off' }));
    await text(demo.standIns, 'Hi');
    await eventually(() =>
      expect(demo.listener.received.map((webhook) => webhook.path)).toContain('/fallback'),
    );
    expect(demo.listener.received[1]?.params).toMatchObject({ ErrorCode: '12100' });
  });
});

describe('an outgoing text’s status callbacks', () => {
  const statuses = () => demo.listener.received.map((webhook) => webhook.params.MessageStatus);

  it('come as queued, sending, sent, delivered, each signed', async () => {
    const url = `${demo.listener.origin}/status?m=1`;
    await send('Booked.', url);
    await eventually(() => expect(statuses().toSorted()).toEqual(['delivered', 'queued', 'sending', 'sent']));
    for (const { headers, params } of demo.listener.received) {
      const signature = String(headers['x-twilio-signature']);
      expect(twilio.validateRequest(account.authToken, signature, url, params)).toBe(true);
    }
  });

  it('end in undelivered with the code that a fault names', async () => {
    await post(demo.standIns, '/__control/faults', {
      kind: 'fail-message',
      errorCode: 30006,
      number,
      count: 1,
    });
    await send('Booked.', `${demo.listener.origin}/status`);
    await eventually(() => expect(statuses()).toContain('undelivered'));
    const last = demo.listener.received.find((webhook) => webhook.params.MessageStatus === 'undelivered');
    expect(last?.params.ErrorCode).toBe('30006');
  });
});

describe('a fault', () => {
  it('sends a webhook more than once', async () => {
    await post(demo.standIns, '/__control/faults', {
      kind: 'duplicate-webhook',
      of: 'inbound',
      copies: 2,
      count: 1,
    });
    await text(demo.standIns, 'Hi');
    await eventually(() => expect(demo.listener.received).toHaveLength(3));
    expect(new Set(demo.listener.received.map((webhook) => webhook.params.MessageSid)).size).toBe(1);
  });

  it('brings webhooks in another order', async () => {
    await post(demo.standIns, '/__control/faults', {
      kind: 'reorder-webhook',
      of: 'inbound',
      windowMs: 1_000,
    });
    for (const body of ['one', 'two', 'three']) await text(demo.standIns, body);
    await eventually(() => expect(demo.listener.received).toHaveLength(3));
    expect(demo.listener.received.map((webhook) => webhook.params.Body)).toEqual(['three', 'two', 'one']);
  });

  it('drops status callbacks, and only them', async () => {
    await post(demo.standIns, '/__control/faults', { kind: 'drop-webhook', of: 'status' });
    await send('Booked.', `${demo.listener.origin}/status`);
    await text(demo.standIns, 'Hi');
    await eventually(() => expect(messages()[0]?.status).toBe('delivered'));
    await eventually(() => expect(demo.listener.received).toHaveLength(1));
    expect(demo.listener.received[0]?.path).toBe('/sms?tenant=1');
  });

  it('refuses the next N requests, records nothing, and says when to come back', async () => {
    await post(demo.standIns, '/__control/faults', { kind: 'fail-request', httpStatus: 429, count: 2 });
    const answers = [await send('a'), await send('b'), await send('c')];
    expect(answers.map((answer) => answer.status)).toEqual([429, 429, 201]);
    expect(await answers[0]?.json()).toMatchObject({ code: 20429, status: 429 });
    expect(answers[0]?.headers.get('retry-after')).toBe('1');
    expect(messages().map((message) => message.body)).toEqual(['c']);
  });

  it('takes a text and cuts the line', async () => {
    await post(demo.standIns, '/__control/faults', { kind: 'accept-then-cut', count: 1 });
    await expect(send('Booked.')).rejects.toThrow();
    await eventually(() => expect(messages().map((message) => message.status)).toEqual(['delivered']));
  });

  it('is of one number where it says so, and is taken back', async () => {
    await post(demo.standIns, '/__control/faults', {
      kind: 'fail-request',
      httpStatus: 500,
      number: secondNumber,
    });
    expect((await send('a')).status).toBe(201);
    await post(demo.standIns, '/__control/faults', { kind: 'fail-request', httpStatus: 500, number });
    expect((await send('b')).status).toBe(500);
    await fetch(`${demo.standIns.baseUrl}/__control/faults`, { method: 'DELETE' });
    expect((await send('c')).status).toBe(201);
  });
});

describe('the carrier’s own opt-out list, where it keeps one', () => {
  it('refuses with 21610 after STOP until START, for the whole service, and leaves sentences alone', async () => {
    demo.standIns.carrier.settings.isKeepingOptOuts = true;
    await text(demo.standIns, 'stop please');
    expect((await send('a')).status).toBe(201);
    await text(demo.standIns, ' Stop ');
    const refused = await send('b');
    expect([refused.status, await refused.json()]).toMatchObject([400, { code: 21610 }]);
    await text(demo.standIns, 'START');
    expect((await send('c')).status).toBe(201);
    expect(demo.standIns.carrier.state.optOuts.size).toBe(0);
  });

  it('is off where it is switched off: the platform’s own confirmation may leave', async () => {
    await text(demo.standIns, 'STOP');
    expect((await send('You are unsubscribed.')).status).toBe(201);
  });
});
