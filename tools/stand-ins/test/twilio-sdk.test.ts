import { TwilioRequestClient } from '@servicepro/providers/sms/twilio';
import twilio from 'twilio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  account,
  eventually,
  number,
  person,
  secondNumber,
  serviceSid,
  startDemoCarrier,
} from './demo-carrier.ts';

let demo: Awaited<ReturnType<typeof startDemoCarrier>>;
let client: twilio.Twilio;
const clientOf = (sid: string, token: string) =>
  twilio(sid, token, { httpClient: new TwilioRequestClient(demo.standIns.baseUrl, 5) });

beforeAll(async () => {
  demo = await startDemoCarrier();
  client = clientOf(account.sid, account.authToken);
});
afterAll(() => demo.close());

describe('the vendor’s own SDK on the stand-in', () => {
  it('sends a text, fetches it, and reads its times and ids', async () => {
    const sent = await client.messages.create({ to: person, from: number, body: 'Booked: Fri 12:30 PM.' });
    expect(sent.sid).toMatch(/^SM[0-9a-f]{32}$/);
    expect(sent).toMatchObject({
      status: 'queued',
      direction: 'outbound-api',
      numSegments: '1',
      dateSent: null,
    });
    await eventually(async () => {
      const fetched = await client.messages(sent.sid).fetch();
      expect(fetched.status).toBe('delivered');
      expect(fetched.dateSent).toBeInstanceOf(Date);
      expect(Math.abs(fetched.dateCreated.getTime() - Date.now())).toBeLessThan(10_000);
    });
  });

  it('sends by a messaging service, from the number that the person knows', async () => {
    const sent = await client.messages.create({ to: person, messagingServiceSid: serviceSid, body: 'Hello' });
    expect(sent).toMatchObject({ status: 'accepted', messagingServiceSid: serviceSid, from: number });
  });

  it('lists by To, From and DateSent, newest first, over pages', async () => {
    const to = '+15125550177';
    for (let count = 0; count < 7; count += 1) {
      await client.messages.create({ to, from: number, body: `number ${count}` });
    }
    await eventually(async () => {
      const since = new Date(Date.now() - 60_000);
      const all = await client.messages.list({ to, from: number, dateSentAfter: since, pageSize: 3 });
      expect(all.map((message) => message.body)).toEqual(
        [6, 5, 4, 3, 2, 1, 0].map((count) => `number ${count}`),
      );
    });
    expect(await client.messages.list({ to, dateSentAfter: new Date(Date.now() + 60_000) })).toEqual([]);
    expect(await client.messages.list({ to, dateSentBefore: new Date(Date.now() - 60_000) })).toEqual([]);
    expect(await client.messages.list({ to, dateSent: new Date(), limit: 1 })).toBeInstanceOf(Array);
    expect(await client.messages.list({ to, from: secondNumber })).toEqual([]);
    expect(await client.messages.list({ to, limit: 2, pageSize: 2 })).toHaveLength(2);
  });

  it('buys, lists, changes and releases a number', async () => {
    const bought = await client.incomingPhoneNumbers.create({
      phoneNumber: '+17205550142',
      smsUrl: 'http://x.localhost/a',
    });
    expect(bought.sid).toMatch(/^PN[0-9a-f]{32}$/);
    await client
      .incomingPhoneNumbers(bought.sid)
      .update({ smsUrl: 'http://x.localhost/b', friendlyName: 'Denver' });
    const [listed] = await client.incomingPhoneNumbers.list({ phoneNumber: '+17205550142' });
    expect(listed).toMatchObject({ smsUrl: 'http://x.localhost/b', friendlyName: 'Denver' });
    await client.incomingPhoneNumbers(bought.sid).remove();
    expect(await client.incomingPhoneNumbers.list({ phoneNumber: '+17205550142' })).toEqual([]);
  });

  it('makes a messaging service and puts a number into it', async () => {
    const service = await client.messaging.v1.services.create({
      friendlyName: 'Texts',
      inboundRequestUrl: 'http://x.localhost/in',
    });
    expect(service.sid).toMatch(/^MG[0-9a-f]{32}$/);
    const [second] = await client.incomingPhoneNumbers.list({ phoneNumber: secondNumber });
    await client.messaging.v1
      .services(service.sid)
      .phoneNumbers.create({ phoneNumberSid: second?.sid ?? '' });
    const numbers = await client.messaging.v1.services(service.sid).phoneNumbers.list({ pageSize: 1 });
    expect(numbers.map((one) => one.phoneNumber)).toEqual([secondNumber]);
    expect((await client.messaging.v1.services.list({ pageSize: 1 })).map((one) => one.sid)).toContain(
      service.sid,
    );
    await client.messaging.v1
      .services(service.sid)
      .phoneNumbers(second?.sid ?? '')
      .remove();
    await client.messaging.v1.services(service.sid).remove();
  });

  it('places a call, ends it, and lists it', async () => {
    const call = await client.calls.create({ to: person, from: number, url: 'http://x.localhost/voice' });
    expect(call.sid).toMatch(/^CA[0-9a-f]{32}$/);
    await eventually(async () => expect((await client.calls(call.sid).fetch()).status).toBe('in-progress'));
    expect((await client.calls(call.sid).update({ status: 'completed' })).status).toBe('completed');
    expect((await client.calls.list({ to: person }))[0]?.sid).toBe(call.sid);
  });

  it('reads its account', async () => {
    expect(await client.api.v2010.accounts(account.sid).fetch()).toMatchObject({
      sid: account.sid,
      status: 'active',
    });
  });

  it.each([
    ['21211', { to: '12', from: number, body: 'x' }],
    ['21211', { to: '+15005550001', from: number, body: 'x' }],
    ['21614', { to: '+15005550009', from: number, body: 'x' }],
    ['21610', { to: '+15005550004', from: number, body: 'x' }],
    ['21606', { to: person, from: '+15125550999', body: 'x' }],
    ['21617', { to: person, from: number, body: 'x'.repeat(1_601) }],
    ['21602', { to: person, from: number, body: '' }],
  ])('refuses with %s', async (code, message) => {
    await expect(client.messages.create(message)).rejects.toMatchObject({ code: Number(code), status: 400 });
  });

  it('refuses a wrong token with 20003 and an unknown id with 20404', async () => {
    await expect(clientOf(account.sid, 'wrong').messages.list()).rejects.toMatchObject({
      code: 20003,
      status: 401,
    });
    await expect(client.messages(`SM${'0'.repeat(32)}`).fetch()).rejects.toMatchObject({
      code: 20404,
      status: 404,
    });
  });

  it('shows one account nothing of another', async () => {
    const other = { sid: `AC${'c'.repeat(32)}`, authToken: 'other' };
    demo.standIns.carrier.state.accounts.set(other.sid, {
      ...other,
      friendlyName: '',
      status: 'active',
      ownerAccountSid: other.sid,
      createdAt: demo.standIns.carrier.now(),
      updatedAt: demo.standIns.carrier.now(),
    });
    const stranger = clientOf(other.sid, other.authToken);
    expect(await stranger.messages.list()).toEqual([]);
    await expect(stranger.api.v2010.accounts(account.sid).messages.list()).rejects.toMatchObject({
      code: 20003,
    });
    await expect(stranger.messages.create({ to: person, from: number, body: 'x' })).rejects.toMatchObject({
      code: 21660,
    });
  });
});
