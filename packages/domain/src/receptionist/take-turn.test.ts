import { withTenant } from '@servicepro/db';
import { markProcessed } from '@servicepro/db/outbox';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { frozenClock } from '@servicepro/service-kit/clock';
import { RunAgain } from '@servicepro/service-kit/jobs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createReceptionScene, type ReceptionScene } from '../../test/reception-scene.ts';
import { takeOver } from '../conversations/index.ts';
import { takeTurn } from './index.ts';

let database: TestDatabase;
let scene: ReceptionScene;
beforeAll(async () => {
  database = await createTestDatabase({ maxConnections: 20 });
});
afterAll(() => database.drop());
beforeEach(async () => {
  scene = await createReceptionScene(database);
});

const now = Temporal.PlainDateTime.from('2026-03-10T14:00').toZonedDateTime('America/Chicago').toInstant();
const deps = () => ({
  database: database.app,
  clock: frozenClock(now),
  stopwatch: () => performance.now(),
  wakeRelay: () => {},
  killPoint: () => {},
  changed: () => {},
});

interface Counts {
  bookings: number;
  replies: number;
  turns: number;
}

async function counts(): Promise<Counts> {
  const [row] = await scene.query<Counts>(
    `select (select count(*)::int from bookings where tenant_id = $1 and status = 'booked') as bookings,
       (select count(*)::int from messages where tenant_id = $1 and direction = 'out') as replies,
       (select count(*)::int from turns where tenant_id = $1) as turns`,
  );
  return row ?? { bookings: 0, replies: 0, turns: 0 };
}

/** Runs the handler of one waiting message as the worker does. */
async function run(text: { conversationId: string; messageId: string }, holder = 'worker-1') {
  const [row] = await scene.query<{ id: string }>(
    "select id from outbox where tenant_id = $1 and payload ->> 'messageId' = $2",
    [text.messageId],
  );
  const outboxId = row?.id ?? '';
  await takeTurn(deps(), scene.context, {
    ...text,
    holder,
    settle: (db) => markProcessed(db, { outboxId, subscriber: 'take-turn', subscriberCount: 1 }),
  });
}

describe('a turn', () => {
  test('that is handed out twice has its effect once', async () => {
    const phone = scene.phone();
    await phone.text('wash my civic friday at 9, 12 Oak Lane');
    const yes = await phone.store('yes');
    await run(yes);
    const after = await counts();
    expect(after.bookings).toBe(1);
    await run(yes, 'worker-2');
    await run(yes);
    expect(await counts()).toEqual(after);
  });

  test('that two workers take at the same moment is answered once', async () => {
    const phone = scene.phone();
    await phone.text('wash my civic friday at 9, 12 Oak Lane');
    const yes = await phone.store('yes');
    const results = await Promise.allSettled([run(yes, 'a'), run(yes, 'b'), run(yes, 'c')]);
    expect(
      results
        .filter((result) => result.status === 'rejected')
        .every((result) => result.status === 'rejected' && result.reason instanceof RunAgain),
    ).toBe(true);
    expect(await counts()).toMatchObject({ bookings: 1, replies: 2 });
  });

  test('that dies before its end leaves nothing behind and can be taken again', async () => {
    const phone = scene.phone();
    await phone.text('wash my civic friday at 9, 12 Oak Lane');
    const yes = await phone.store('yes');
    const before = await counts();
    const dies = takeTurn(
      {
        ...deps(),
        killPoint: () => {
          throw new Error('the process is gone');
        },
      },
      scene.context,
      { ...yes, holder: 'worker-1', settle: async () => true },
    );
    await expect(dies).rejects.toThrow('the process is gone');
    expect(await counts()).toEqual(before);
    expect(await scene.query('select 1 from bookings where tenant_id = $1')).toEqual([]);
    await run(yes, 'worker-2');
    expect((await counts()).bookings).toBe(1);
  });

  test('writes turn, actions with risk and verdict, audit, reply and the message that sends it', async () => {
    const phone = scene.phone();
    await phone.text('wash my civic friday at 9, 12 Oak Lane');
    await phone.text('yes');
    const [turn] = await scene.query<{ intents: string[]; outcome: string; understood: object }>(
      'select intents, outcome, understood from turns where tenant_id = $1 order by started_at desc, id desc limit 1',
    );
    expect(turn).toMatchObject({ outcome: 'booked', intents: ['confirm'] });
    const [action] = await scene.query<object>(
      "select name, risk, verdict, booking_id is not null as has_booking, inverse ->> 'name' as inverse from actions where tenant_id = $1 and name = 'book'",
    );
    expect(action).toEqual({
      name: 'book',
      risk: 'reversible',
      verdict: 'allowed',
      has_booking: true,
      inverse: 'cancel_booking',
    });
    const audit = await scene.query<{ action: string; actor_kind: string }>(
      'select action, actor_kind from audit_log where tenant_id = $1',
    );
    expect(audit).toContainEqual({ action: 'scheduling.book', actor_kind: 'ai' });
    const sends = await scene.query(
      "select 1 from outbox where tenant_id = $1 and type = 'conversations.send-message.v1'",
    );
    expect(sends).toHaveLength(2);
    const booked = await scene.query(
      "select 1 from outbox where tenant_id = $1 and type = 'scheduling.booking-made.v1'",
    );
    expect(booked).toHaveLength(1);
  });

  test('while a person owns the thread the AI is silent, and old texts are not answered later', async () => {
    const phone = scene.phone();
    await phone.text('wash my civic friday');
    const { conversationId } = await phone.store('2');
    await withTenant(database.app, scene.context, (db) =>
      takeOver(db, { conversationId, userId: 'dana', now }),
    );
    await phone.takeTurns();
    expect(await phone.text('hello?')).toEqual([]);
    expect(await counts()).toMatchObject({ bookings: 0, replies: 1 });
    const [open] = await scene.query<{ n: number }>(
      "select count(*)::int as n from messages where tenant_id = $1 and direction = 'in' and turn_id is null",
    );
    expect(open?.n).toBe(0);
  });

  test('leaves nothing when a person takes the thread while the AI is at it: no booking, no reply', async () => {
    const phone = scene.phone();
    await phone.text('wash my civic friday at 9, 12 Oak Lane');
    const yes = await phone.store('yes');
    const dana = await database.admin.connect();
    await dana.query('begin');
    await dana.query(
      "update conversations set owner = 'person', owned_by = 'dana', owned_until = '2100-01-01' where id = $1",
      [yes.conversationId],
    );
    const answering = run(yes, yes.messageId);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await dana.query('commit');
    dana.release();
    await expect(answering).rejects.toBeInstanceOf(RunAgain);
    expect(await counts()).toMatchObject({ bookings: 0, replies: 1 });
    await phone.takeTurns();
    expect(await counts()).toMatchObject({ bookings: 0, replies: 1 });
  });

  test('of a suspended business says so once; STOP and HELP work all the same', async () => {
    scene = await createReceptionScene(database, { status: 'suspended' });
    const phone = scene.phone();
    expect(await phone.text('wash my civic friday')).toEqual([
      "Clean Machine can't answer texts at the moment. Please try again later.",
    ]);
    expect(await phone.text('hello?')).toEqual([]);
    expect((await phone.text('HELP'))[0]).toContain('Reply STOP to stop');
    expect((await phone.text('STOP'))[0]).toContain('unsubscribed');
    expect(await scene.query('select 1 from customers where tenant_id = $1')).toEqual([]);
  });

  test('of a business that is suspended later tells its customers so, too, and once a day', async () => {
    const phone = scene.phone();
    await phone.text('hi, do you wash trucks?');
    await scene.query("update tenants set status = 'suspended' where id = $1");
    expect((await phone.text('hello?'))[0]).toContain("can't answer texts at the moment");
    expect(await phone.text('anyone?')).toEqual([]);
    await scene.query(
      "update messages set created_at = created_at - interval '25 hours' where tenant_id = $1 and direction = 'out'",
    );
    expect(await phone.text('still there?')).toHaveLength(1);
  });
});

describe('two customers and one slot', () => {
  test('twenty who say yes to the same slot: one has it, the others are offered what is left', async () => {
    scene = await createReceptionScene(database, { resources: ['Ana Silva'] });
    const phones = Array.from({ length: 20 }, () => scene.phone());
    for (const phone of phones) await phone.text('wash my civic friday at 9, 12 Oak Lane');
    const yeses = await Promise.all(phones.map((phone) => phone.store('yes')));
    await Promise.all(yeses.map((yes) => run(yes, yes.messageId)));
    expect((await counts()).bookings).toBe(1);
    const last = await scene.query<{ body: string }>(
      "select distinct on (to_address) body from messages where tenant_id = $1 and direction = 'out' order by to_address, created_at desc, id desc",
    );
    const bodies = last.map((row) => row.body);
    expect(bodies.filter((body) => body.startsWith('Booked:'))).toHaveLength(1);
    expect(bodies.filter((body) => /^That time is no longer open\. .*\d:\d\d [AP]M/.test(body))).toHaveLength(
      19,
    );
  });

  test('the loser books one of the alternatives with its next text', async () => {
    scene = await createReceptionScene(database, { resources: ['Ana Silva'] });
    const [first, second] = [scene.phone(), scene.phone()];
    await first.text('wash my civic friday at 9, 12 Oak Lane');
    await second.text('wash my civic friday at 9, 77 Elm St');
    await first.text('yes');
    expect((await second.text('yes'))[0]).toContain('no longer open');
    expect((await second.text('the last one'))[0]).toContain('Booked:');
    expect((await counts()).bookings).toBe(2);
  });

  test('an old yes to a time that has passed books nothing', async () => {
    const phone = scene.phone();
    await phone.text('wash my civic tomorrow at 9, 12 Oak Lane');
    scene.setNow('2026-03-12T10:00');
    const [reply] = await phone.text('yes');
    expect(reply).toContain('no longer open');
    expect((await counts()).bookings).toBe(0);
  });
});

test('a dialogue that was left lying goes on with days that are still to come', async () => {
  const phone = scene.phone();
  await phone.text('wash my civic friday');
  scene.setNow('2026-03-24T10:00');
  const [reply] = await phone.text('wash my civic');
  expect(reply).toContain('Which day suits you?');
  expect((await phone.text('friday'))[0]).toContain('Friday I have');
});
