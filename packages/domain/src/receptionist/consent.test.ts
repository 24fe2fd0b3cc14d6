import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bookingsOf } from '../../test/dialogue.ts';
import { createReceptionScene, type ReceptionScene } from '../../test/reception-scene.ts';

let database: TestDatabase;
let scene: ReceptionScene;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  scene = await createReceptionScene(database);
});

describe('consent', () => {
  test.each([
    'STOP',
    'stop.',
    'Stop!',
    'UNSUBSCRIBE',
    'QUIT',
    'END',
    'REVOKE',
    'OPTOUT',
    'opt out',
    'STOPALL',
    'CANCEL',
    'ALTO',
    'PARAR',
  ])('G1: "%s" opts out with one confirmation, and nothing after it is answered', async (word) => {
    const phone = scene.phone();
    await phone.text('wash my civic friday');
    const [confirmation] = await phone.text(word);
    expect(confirmation).toContain('unsubscribed from Clean Machine');
    expect(confirmation).not.toMatch(/\b(?:CANCEL|END)\b/);
    expect(await phone.text(word)).toEqual([]);
    expect(await phone.text('hello?')).toEqual([]);
    const [point] = await scene.query<{ out: boolean }>(
      'select opted_out_at is not null as out from contact_points where tenant_id = $1',
    );
    expect(point?.out).toBe(true);
  });

  test('G2: "please stop texting me" opts out by its meaning', async () => {
    const phone = scene.phone();
    expect((await phone.text('please stop texting me'))[0]).toContain('unsubscribed');
    const [row] = await scene.query<{ by: string; purpose: string }>(
      "select p.opted_out_by as by, m.purpose from contact_points p, messages m where p.tenant_id = $1 and m.tenant_id = $1 and m.direction = 'out'",
    );
    expect(row).toEqual({ by: 'words', purpose: 'stop-confirmation' });
    expect(await phone.text('hi')).toEqual([]);
  });

  test.each([
    [
      'a person owns the thread',
      "update conversations set owner = 'person', owned_by = 'dana', owned_until = '2100-01-01' where tenant_id = $1",
    ],
    [
      'a person is waited for',
      "update conversations set waiting_since = now(), waiting_reason = 'asked' where tenant_id = $1",
    ],
    ['the AI is switched off', 'update tenant_profiles set ai_is_on = false where tenant_id = $1'],
    ['the business is suspended', "update tenants set status = 'suspended' where id = $1"],
    ['the business is gone', "update tenants set status = 'cancelled' where id = $1"],
  ])('"please stop texting me" opts out also while %s', async (_, makeSo) => {
    const phone = scene.phone();
    await phone.text('hi');
    await scene.query(makeSo);
    expect(await phone.text('please stop texting me')).toEqual([expect.stringContaining('unsubscribed')]);
    expect(await phone.text('stop texting me please')).toEqual([]);
    const [point] = await scene.query<{ by: string | null }>(
      'select opted_out_by as by from contact_points where tenant_id = $1 and opted_out_at is not null',
    );
    expect(point).toEqual({ by: 'words' });
  });

  test('"can you stop by at 3?" opts nobody out', async () => {
    const phone = scene.phone();
    await phone.text('can you stop by at 3?');
    const [point] = await scene.query<{ out: boolean }>(
      'select opted_out_at is not null as out from contact_points where tenant_id = $1',
    );
    expect(point?.out).toBe(false);
  });

  test('START opts in again, and a bare YES does so only for who is opted out', async () => {
    const phone = scene.phone();
    await phone.text('STOP');
    expect((await phone.text('YES'))[0]).toContain('again');
    expect((await phone.text('hi'))[0]).toContain('How can I help');
  });

  test('G5: HELP answers even who is opted out, with brand, contact, rates and STOP', async () => {
    const phone = scene.phone();
    await phone.text('STOP');
    const [help] = await phone.text('help');
    expect(help).toMatch(/Clean Machine.*\(512\) 555-\d{4}.*rates may apply.*STOP/);
  });

  test('E4: a bare CANCEL is an opt-out, and the owner is told that a booking stands', async () => {
    const phone = scene.phone();
    await phone.text('wash my civic friday at 9, 12 Oak Lane');
    await phone.text('yes');
    await phone.text('CANCEL');
    const [thread] = await scene.query<{ waiting_reason: string }>(
      'select waiting_reason from conversations where tenant_id = $1',
    );
    expect(thread?.waiting_reason).toBe('Opted out and has a booking');
    expect(await bookingsOf(scene)).toMatchObject([{ status: 'booked' }]);
  });

  test('G10: a wrong number is not texted again, and the owner is told', async () => {
    const phone = scene.phone();
    expect(await phone.text('wrong number')).toHaveLength(1);
    expect(await phone.text('who are you anyway')).toEqual([]);
    const [thread] = await scene.query<{ waiting_reason: string }>(
      'select waiting_reason from conversations where tenant_id = $1',
    );
    expect(thread?.waiting_reason).toContain('Wrong number');
  });

  test('START ends the wait that the opt-out began, and no other', async () => {
    const phone = scene.phone();
    await phone.text('wash my civic friday at 9');
    await phone.text('12 Oak Lane');
    await phone.text('STOP');
    await phone.text('START');
    expect((await phone.text('can you wash my truck monday?'))[0]).toContain('Monday I have');
    await phone.text('agent');
    await phone.text('STOP');
    await phone.text('START');
    expect(await phone.text('hello?')).toEqual([]);
  });
});
