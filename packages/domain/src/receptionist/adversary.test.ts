import { withTenant } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReceptionScene } from '../../test/reception-scene.ts';
import type { ActionOutcome, Proposal } from './actions/action-schemas.rules.ts';
import { actionInputs } from './actions/action-schemas.rules.ts';
import { freshDialogue } from './brain/dialogue-state.rules.ts';
import type { Brain, TurnOutcome } from './brain/turn.rules.ts';
import { understand } from './language/understand.rules.ts';
import { readBusinessFacts, readCustomerFacts } from './read-facts.ts';
import { runBrain } from './run-brain.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const now = Temporal.Instant.from('2026-03-10T19:00:00Z');
const nothing: TurnOutcome = {
  outcome: 'silent',
  sentences: [],
  purpose: 'reply',
  state: freshDialogue,
  handOff: null,
};

/** A brain that proposes whatever it is told to. */
function adversary(proposals: readonly unknown[]): Brain {
  return function* () {
    for (const proposal of proposals) yield proposal as Proposal;
    return nothing;
  };
}

test('a brain that proposes the worst with the worst arguments books nothing, and every refusal is logged', async () => {
  const scene = await createReceptionScene(database);
  const other = await createReceptionScene(database);
  const [mine] = await scene.query<{ id: string }>('select id from resources where tenant_id = $1 limit 1');
  const [foreign] = await other.query<{ id: string }>(
    'select id from resources where tenant_id = $1 limit 1',
  );
  const facts = await withTenant(database.app, scene.context, readBusinessFacts);
  const [service] = facts.business.services;
  const ids = fc.constantFrom(
    foreign?.id ?? '',
    service?.id ?? '',
    facts.business.assetClasses[0]?.id ?? '',
    'x',
    '',
  );
  const input = fc.record(
    {
      serviceId: ids,
      assetClassId: ids,
      addOnIds: fc.array(ids, { maxLength: 3 }),
      holdId: fc.option(ids),
      offer: fc.record({
        startsAt: fc.constantFrom('2026-03-13T15:00:00Z', '1999-01-01T00:00:00Z'),
        resourceId: ids,
        resourceName: fc.string(),
      }),
      address: fc.string(),
      assetName: fc.string(),
      priceCents: fc.integer(),
      phone: fc.constant('+15125550100'),
      from: fc.constantFrom('2026-03-13', '0001-01-01', 'x'),
      days: fc.integer(),
      field: fc.constantFrom('name', 'phone', 'email'),
      value: fc.string(),
    },
    { requiredKeys: [] },
  );
  const names = fc.constantFrom(
    ...Object.keys(actionInputs).filter((name) => name !== 'opt_out' && name !== 'hand_off'),
    'refund',
    'delete_customer',
    '__proto__',
  );
  const own = { serviceId: service?.id, assetClassId: facts.business.assetClasses[0]?.id, addOnIds: [] };
  const offer = { startsAt: '2026-03-13T15:00:00Z', resourceId: mine?.id, resourceName: 'Ana Silva' };
  // Well-formed and possible in every way, but for one thing: it was never offered.
  const wellFormed = fc.constantFrom(
    { name: 'book', input: { ...own, offer, holdId: null, address: '', assetName: '' } },
    { name: 'hold_slot', input: { ...own, offer } },
  );
  const proposals = fc.array(fc.oneof(fc.record({ name: names, input }), wellFormed), {
    minLength: 1,
    maxLength: 10,
  });
  await fc.assert(
    fc.asyncProperty(proposals, async (worst) => {
      await withTenant(database.app, scene.context, async (db) => {
        const customer = await readCustomerFacts(db, { customerId: null, name: '' }, now);
        const context = { ...facts.business, now, previousWhen: null, asked: null };
        const turn = {
          understanding: understand(['hi'], context),
          state: freshDialogue,
          facts: facts.business,
          customer,
          now,
        };
        const scope = {
          facts: facts.business,
          conversationId: scene.context.tenantId,
          contactPointId: scene.context.tenantId,
          phone: '+15125550199',
          country: 'US',
          customerId: null,
          words: '',
          now,
        };
        const policy = {
          channel: 'sms',
          identity: 'caller-id',
          isOptedOut: false,
          tenantStatus: 'active',
          offers: [],
          holdId: null,
        } as const;
        // A well-formed read of ids that are not sold together is an error of that action, and rolls the turn back.
        const run = await runBrain(db, adversary(worst), turn, scope, policy, () => 0).catch(() => null);
        expect(
          run?.actions.filter(
            (action) =>
              action.verdict === 'allowed' && (action.name === 'book' || action.name === 'hold_slot'),
          ) ?? [],
        ).toEqual([]);
        if (run) expect(run.actions).toHaveLength(worst.length);
      });
    }),
    { numRuns: 300 },
  );
  expect(await scene.query('select 1 from bookings where tenant_id = $1')).toEqual([]);
  expect(await other.query('select 1 from bookings where tenant_id = $1')).toEqual([]);
}, 60_000);

test('a brain that never comes to an end is stopped', async () => {
  const scene = await createReceptionScene(database);
  const endless: Brain = function* () {
    let last: ActionOutcome | null = null;
    while (last === null || last !== undefined) last = yield { name: 'hand_off', input: { reason: 'again' } };
    return nothing;
  };
  const facts = await withTenant(database.app, scene.context, readBusinessFacts);
  const turning = withTenant(database.app, scene.context, async (db) => {
    const customer = await readCustomerFacts(db, { customerId: null, name: '' }, now);
    const turn = {
      understanding: understand(['hi'], { ...facts.business, now, previousWhen: null, asked: null }),
      state: freshDialogue,
      facts: facts.business,
      customer,
      now,
    };
    const scope = {
      facts: facts.business,
      conversationId: scene.context.tenantId,
      contactPointId: scene.context.tenantId,
      phone: '+15125550199',
      country: 'US',
      customerId: null,
      words: '',
      now,
    };
    return runBrain(
      db,
      endless,
      turn,
      scope,
      {
        channel: 'sms',
        identity: 'caller-id',
        isOptedOut: false,
        tenantStatus: 'active',
        offers: [],
        holdId: null,
      },
      () => 0,
    );
  });
  await expect(turning).rejects.toThrow('does not come to an end');
});
