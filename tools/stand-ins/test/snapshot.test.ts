import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSnapshot, saveSnapshot } from '../src/carrier/snapshot.ts';
import { startStandIns } from '../src/testing.ts';
import { account, eventually, number, post, serviceSid, startDemoCarrier, text } from './demo-carrier.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stand-ins-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a restart', () => {
  it('keeps accounts, numbers, services, texts and opt-outs', async () => {
    const file = join(folder, 'deep', 'carrier.json');
    const demo = await startDemoCarrier({ isKeepingOptOuts: true });
    await text(demo.standIns, 'STOP');
    await eventually(() => expect(demo.listener.received).toHaveLength(1));
    await saveSnapshot(file, demo.standIns.carrier.state);
    await demo.close();

    const state = await loadSnapshot(file);
    expect(state).toEqual(demo.standIns.carrier.state);
    expect(state.services.get(serviceSid)?.numberSids).toHaveLength(1);
    const again = await startStandIns({ state });
    const listed = await fetch(
      `${again.baseUrl}/2010-04-01/Accounts/${account.sid}/Messages.json?To=${encodeURIComponent(number)}`,
      {
        headers: { authorization: `Basic ${btoa(`${account.sid}:${account.authToken}`)}` },
      },
    );
    expect(await listed.json()).toMatchObject({ messages: [{ body: 'STOP', direction: 'inbound' }] });
    await again.close();
  });

  it('begins afresh where the file is not one of its own', async () => {
    const file = join(folder, 'carrier.json');
    await writeFile(file, '{"version":99');
    expect((await loadSnapshot(file)).numbers.size).toBe(0);
  });
});

describe('registering the demo', () => {
  it('again changes nothing: the number keeps its id and its one service', async () => {
    const demo = await startDemoCarrier();
    const register = () =>
      post(demo.standIns, '/__control/numbers', {
        number,
        accountSid: account.sid,
        serviceSid,
        label: 'Clean Machine',
      });
    const first = await register();
    expect(await register()).toEqual(first);
    expect(demo.standIns.carrier.state.numbers.size).toBe(2);
    expect(demo.standIns.carrier.state.services.get(serviceSid)?.numberSids).toHaveLength(1);
    await demo.close();
  });

  it('says in words what is wrong with a request', async () => {
    const standIns = await startStandIns();
    const send = (path: string, body: unknown) =>
      fetch(standIns.baseUrl + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const wrong = await send('/__control/numbers', { number: '512', accountSid: account.sid, label: 'x' });
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('E.164');
    const unknown = await send('/__control/texts', { from: '+15125550123', to: '+15125550777', body: 'Hi' });
    expect(unknown.status).toBe(404);
    await standIns.close();
  });
});
