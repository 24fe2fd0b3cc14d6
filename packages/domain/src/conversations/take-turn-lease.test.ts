import { withTenant } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import type { TenantContext } from '@servicepro/tenant-context';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginTurn, type TurnStart } from './begin-turn.ts';
import { addInbound, createThread, type TestThread } from './conversations.fixture.ts';
import { type FinishTurnInput, finishTurn, TurnOutdated } from './finish-turn.ts';
import { handBack, takeOver } from './take-over.ts';

type Taken = Extract<TurnStart, { kind: 'take' }>;

describe('a turn', () => {
  let database: TestDatabase;
  let tenant: TenantContext;
  const now = Temporal.Now.instant();
  beforeAll(async () => {
    database = await createTestDatabase();
    tenant = await database.createTenant();
  });
  afterAll(() => database.drop());

  const begin = (thread: TestThread, messageId: string, holder = 'w1', leaseSeconds = 30) =>
    withTenant(database.app, tenant, (db) =>
      beginTurn(db, { conversationId: thread.conversationId, messageId, holder, now, leaseSeconds }),
    );
  const finish = (taken: Taken, change: Partial<FinishTurnInput> = {}) =>
    withTenant(database.app, tenant, (db) => finishTurn(db, finishInput(taken, change)));
  const replies = async (thread: TestThread): Promise<number> =>
    (
      await database.admin.query("select from messages where conversation_id = $1 and direction = 'out'", [
        thread.conversationId,
      ])
    ).rowCount ?? 0;

  it('answers all texts that wait, once: the handlers of the earlier ones have nothing to do', async () => {
    const thread = await createThread(database, tenant);
    const [first, second] = [
      await addInbound(database, tenant, thread, 'Hi'),
      await addInbound(database, tenant, thread, 'need a detail'),
    ];
    expect((await begin(thread, first)).kind).toBe('nothing-to-answer');
    const taken = asTaken(await begin(thread, second));
    expect(taken.texts.map((text) => text.body)).toEqual(['Hi', 'need a detail']);
    await finish(taken);
    expect((await begin(thread, second)).kind).toBe('nothing-to-answer');
    expect(await replies(thread)).toBe(1);
  });

  it('answers a flood, too: the newest fifty are read, and none is left to be answered later', async () => {
    const thread = await createThread(database, tenant);
    let last = '';
    for (let n = 0; n < 70; n += 1) last = await addInbound(database, tenant, thread, `text ${n}`);
    const taken = asTaken(await begin(thread, last));
    expect(taken.texts).toHaveLength(50);
    expect(taken.texts.at(-1)?.body).toBe('text 69');
    await finish(taken);
    const { rowCount } = await database.admin.query(
      "select from messages where conversation_id = $1 and direction = 'in' and turn_id is null",
      [thread.conversationId],
    );
    expect(rowCount).toBe(0);
  });

  it('is one worker’s at a time, and another’s after the lease ends; the first can then no longer answer', async () => {
    const thread = await createThread(database, tenant);
    const text = await addInbound(database, tenant, thread, 'Hi');
    const slow = asTaken(await begin(thread, text, 'slow', 1));
    expect((await begin(thread, text, 'quick')).kind).toBe('busy');
    await database.admin.query(
      "update conversation_leases set expires_at = now() - interval '1 s' where conversation_id = $1",
      [thread.conversationId],
    );
    const quick = asTaken(await begin(thread, text, 'quick'));
    expect(quick.fence).toBe(slow.fence + 1);
    await finish(quick);
    await expect(finish(slow)).rejects.toBeInstanceOf(TurnOutdated);
    expect(await replies(thread)).toBe(1);
  });

  it('is given up when a newer text came meanwhile: that one’s turn answers both', async () => {
    const thread = await createThread(database, tenant);
    const first = await addInbound(database, tenant, thread, 'Thursday?');
    const taken = asTaken(await begin(thread, first));
    const second = await addInbound(database, tenant, thread, 'or Friday');
    await expect(finish(taken)).rejects.toBeInstanceOf(TurnOutdated);
    expect(await replies(thread)).toBe(0);
    const both = asTaken(await begin(thread, second));
    expect(both.texts).toHaveLength(2);
  });

  it('may not answer while a person owns the thread or is waited for, and may again after hand-back', async () => {
    const thread = await createThread(database, tenant);
    const text = await addInbound(database, tenant, thread, 'Hello?');
    const at = { conversationId: thread.conversationId };
    await withTenant(database.app, tenant, (db) => takeOver(db, { ...at, userId: 'u1', now }));
    expect(asTaken(await begin(thread, text)).mayAnswer).toBe(false);
    await withTenant(database.app, tenant, (db) => handBack(db, thread.conversationId));
    const taken = asTaken(await begin(thread, text));
    expect(taken.mayAnswer).toBe(true);
    await finish(taken, { handOff: { reason: 'asked for a person' } });
    const next = await addInbound(database, tenant, thread, 'Anyone?');
    expect(asTaken(await begin(thread, next)).mayAnswer).toBe(false);
  });
});

function asTaken(start: TurnStart): Taken {
  if (start.kind !== 'take') throw new Error(`expected a turn, got ${start.kind}`);
  return start;
}

function finishInput(taken: Taken, change: Partial<FinishTurnInput>): FinishTurnInput {
  return {
    thread: taken.thread,
    fence: taken.fence,
    startedAt: Temporal.Now.instant(),
    brain: 'rules',
    intents: ['greeting'],
    understood: {},
    outcome: 'answered',
    answered: taken.texts.map((text) => text.id),
    reply: { body: 'Hello', purpose: 'reply', facts: [] },
    actions: [],
    isAiTurn: true,
    ...change,
  };
}
