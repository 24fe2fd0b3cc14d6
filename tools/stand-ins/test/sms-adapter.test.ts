import { SmsError } from '@servicepro/providers/sms';
import { createTwilioSms } from '@servicepro/providers/sms/twilio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account, number, person, post, serviceSid, startDemoCarrier } from './demo-carrier.ts';

let demo: Awaited<ReturnType<typeof startDemoCarrier>>;
beforeEach(async () => {
  demo = await startDemoCarrier({ deliveryStepMs: 5 });
});
afterEach(() => demo.close());

const adapter = (timeoutSeconds = 5) => createTwilioSms({ baseUrl: demo.standIns.baseUrl, timeoutSeconds });
const input = (body: string, to = person) => ({
  account,
  from: number,
  messagingServiceSid: serviceSid,
  to,
  body,
  statusCallbackUrl: `${demo.listener.origin}/status?m=0198a1c2`,
});
const fault = (body: unknown) => post(demo.standIns, '/__control/faults', body);
const stored = () => [...demo.standIns.carrier.state.messages.values()];
const failureOf = async (promise: Promise<unknown>): Promise<SmsError> => {
  const error: unknown = await promise.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (error instanceof SmsError) return error;
  throw new Error(`not an SmsError: ${String(error)}`);
};

describe('sending a text', () => {
  it('hands it over once, from the number that was texted, with its status callback', async () => {
    const sent = await adapter().sendText(input('Booked: Fri 12:30 PM.'));
    expect(sent).toMatchObject({ status: 'queued', errorCode: null });
    expect(stored()).toHaveLength(1);
    expect(stored()[0]).toMatchObject({
      sid: sent.providerMessageId,
      from: number,
      statusCallback: `${demo.listener.origin}/status?m=0198a1c2`,
    });
  });

  it('whose answer is cut is of unknown outcome, and is found and adopted instead of sent again', async () => {
    const sms = adapter();
    const sentAfter = Temporal.Now.instant();
    await fault({ kind: 'accept-then-cut', count: 1 });
    expect(await failureOf(sms.sendText(input('Booked.')))).toMatchObject({ kind: 'unknown-outcome' });
    const found = await sms.findText({ account, from: number, to: person, body: 'Booked.', sentAfter });
    expect(found?.providerMessageId).toBe(stored()[0]?.sid);
    expect(stored()).toHaveLength(1);
  });

  it('that times out is of unknown outcome too', async () => {
    await fault({ kind: 'delay-request', delayMs: 1_000, count: 1 });
    expect(await failureOf(adapter(0.1).sendText(input('Booked.')))).toMatchObject({
      kind: 'unknown-outcome',
    });
  });

  it('that never arrived is found nowhere', async () => {
    const sms = adapter();
    const sentAfter = Temporal.Now.instant();
    await fault({ kind: 'fail-request', httpStatus: 500, count: 1 });
    expect(await failureOf(sms.sendText(input('Booked.')))).toMatchObject({
      kind: 'unknown-outcome',
      httpStatus: 500,
    });
    expect(await sms.findText({ account, from: number, to: person, body: 'Booked.', sentAfter })).toBeNull();
  });

  it('is found while it still waits at the carrier, where DateSent says nothing yet', async () => {
    demo.standIns.carrier.settings.deliveryStepMs = 60_000;
    const sms = adapter();
    const sentAfter = Temporal.Now.instant();
    const sent = await sms.sendText(input('Booked.'));
    const found = await sms.findText({ account, from: number, to: person, body: 'Booked.', sentAfter });
    expect(found?.providerMessageId).toBe(sent.providerMessageId);
  });

  it('is not mistaken for an older one, another body, another person, or one that is known', async () => {
    const sms = adapter();
    const before = Temporal.Now.instant();
    const sent = await sms.sendText(input('Sorry?'));
    const wanted = { account, from: number, to: person, body: 'Sorry?', sentAfter: before };
    const later = before.add({ seconds: 30 });
    expect(await sms.findText({ ...wanted, sentAfter: later })).toBeNull();
    expect(await sms.findText({ ...wanted, body: 'Sorry.' })).toBeNull();
    expect(await sms.findText({ ...wanted, to: '+15125550124' })).toBeNull();
    expect(await sms.findText({ ...wanted, exceptIds: [sent.providerMessageId] })).toBeNull();
    expect(await sms.findText(wanted)).not.toBeNull();
  });
});

describe('what the carrier says', () => {
  it.each([
    ['+15005550004', { kind: 'rejected', vendorCode: '21610', reason: 'opted-out' }],
    ['+15005550009', { kind: 'rejected', vendorCode: '21614', reason: 'landline' }],
    ['+15005550001', { kind: 'rejected', vendorCode: '21211', reason: 'invalid-number' }],
    ['+15005550003', { kind: 'rejected', vendorCode: '21408', reason: 'region-not-allowed' }],
  ])('to %s is a refusal in our words', async (to, expected) => {
    expect(await failureOf(adapter().sendText(input('x', to)))).toMatchObject(expected);
    expect(stored()).toHaveLength(0);
  });

  it('after STOP at the carrier is a refusal because the person opted out', async () => {
    demo.standIns.carrier.settings.isKeepingOptOuts = true;
    await post(demo.standIns, '/__control/texts', { from: person, to: number, body: 'STOP' });
    const error = await failureOf(adapter().sendText(input('x')));
    expect(error).toMatchObject({ kind: 'rejected', vendorCode: '21610', reason: 'opted-out' });
  });

  it('too often is rate-limited, with the time to wait', async () => {
    await fault({ kind: 'fail-request', httpStatus: 429, count: 1 });
    const error = await failureOf(adapter().sendText(input('x')));
    expect(error).toMatchObject({ kind: 'rate-limited', vendorCode: '20429', retryAfterSeconds: 1 });
  });

  it('of a wrong token is a fault of the account', async () => {
    const wrong = { ...input('x'), account: { sid: account.sid, authToken: 'wrong' } };
    expect(await failureOf(adapter().sendText(wrong))).toMatchObject({ kind: 'auth', vendorCode: '20003' });
  });

  it('when it is not available or not reached is transient, and never retried by the adapter', async () => {
    await fault({ kind: 'fail-request', httpStatus: 503, count: 2 });
    expect(await failureOf(adapter().sendText(input('x')))).toMatchObject({
      kind: 'transient',
      httpStatus: 503,
    });
    expect(demo.standIns.carrier.faults.list()[0]).toMatchObject({ count: 1 });
    const nowhere = createTwilioSms({ baseUrl: 'http://127.0.0.1:1', timeoutSeconds: 1 });
    expect(await failureOf(nowhere.sendText(input('x')))).toMatchObject({ kind: 'transient' });
  });

  it('never carries the token, the number or the text into an error', async () => {
    await fault({ kind: 'accept-then-cut', count: 1 });
    const errors = [
      await failureOf(adapter().sendText(input('a private text'))),
      await failureOf(adapter().sendText(input('a private text', '+15005550001'))),
      await failureOf(
        adapter().sendText({ ...input('a private text'), account: { ...account, authToken: 'wrong-token' } }),
      ),
    ];
    for (const error of errors) {
      const everything = [error, error.cause]
        .map((one) => JSON.stringify(one, Object.getOwnPropertyNames(one ?? {})))
        .join();
      for (const secret of [
        account.authToken,
        'wrong-token',
        'private',
        '5005550001',
        btoa(`${account.sid}:${account.authToken}`),
      ]) {
        expect(everything).not.toContain(secret);
      }
    }
  });
});

describe('the answer lost on three of ten sends', () => {
  it('loses no text and sends none twice, over 200 sends', async () => {
    const sms = adapter();
    const run = async (isAsking: boolean, prefix: string) => {
      for (let count = 0; count < 200; count += 1) {
        const body = `${prefix} ${count}`;
        const sentAfter = Temporal.Now.instant();
        try {
          await sms.sendText(input(body));
        } catch (error) {
          if (!(error instanceof SmsError) || error.kind !== 'unknown-outcome') throw error;
          const found = isAsking
            ? await sms.findText({ account, from: number, to: person, body, sentAfter })
            : null;
          if (!found) await sms.sendText(input(body)).catch(() => undefined);
        }
      }
      return stored()
        .filter((message) => message.body.startsWith(prefix))
        .map((message) => message.body);
    };
    await fault({ kind: 'accept-then-cut', percent: 30 });
    const asked = await run(true, 'asks first');
    expect(asked).toHaveLength(200);
    expect(new Set(asked).size).toBe(200);
    expect((await run(false, 'does not ask')).length).toBeGreaterThan(200);
  });
});
