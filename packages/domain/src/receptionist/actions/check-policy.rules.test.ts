import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionPolicy } from './action-policy.data.ts';
import { actionInputs, type Offer } from './action-schemas.rules.ts';
import { checkPolicy, maxActionsPerTurn, type PolicyContext } from './check-policy.rules.ts';

const id = '018f0000-0000-7000-8000-000000000001';
const other = '018f0000-0000-7000-8000-000000000002';
const offer: Offer = { startsAt: '2026-03-13T17:30:00Z', resourceId: id, resourceName: 'Ana Silva' };
const context: PolicyContext = {
  channel: 'sms',
  identity: 'caller-id',
  isOptedOut: false,
  tenantStatus: 'active',
  offers: [offer],
  holdId: id,
  actionsSoFar: 0,
};
const book = {
  serviceId: id,
  assetClassId: id,
  addOnIds: [],
  offer,
  holdId: null,
  address: '4410 Avenue G',
  assetName: '',
};
const kindOf = (name: string, input: unknown, change: Partial<PolicyContext> = {}) =>
  checkPolicy({ name, input }, { ...context, ...change });

describe('the policy', () => {
  it('has a row for every action there is, and no other', () => {
    expect(Object.keys(actionPolicy).sort()).toEqual(Object.keys(actionInputs).sort());
  });

  it('lets a slot be booked that was offered before, and no other', () => {
    expect(kindOf('book', book).kind).toBe('allowed');
    expect(kindOf('book', book, { offers: [] })).toMatchObject({
      kind: 'refused',
      reason: 'not-offered-before',
    });
    expect(kindOf('book', { ...book, offer: { ...offer, startsAt: '2026-03-13T18:00:00Z' } })).toMatchObject({
      reason: 'not-offered-before',
    });
    expect(kindOf('book', { ...book, offer: { ...offer, resourceId: other } })).toMatchObject({
      reason: 'not-offered-before',
    });
  });

  it.each([
    ['an unknown action', 'refund', {}, {}, 'unknown-action'],
    ['a name that only looks like one', 'toString', {}, {}, 'unknown-action'],
    ['an argument that is not in the schema', 'book', { ...book, priceCents: 1 }, {}, 'input-not-valid'],
    [
      "another customer's id",
      'upsert_contact_field',
      { field: 'name', value: 'Eve', customerId: other },
      {},
      'input-not-valid',
    ],
    [
      'another field',
      'upsert_contact_field',
      { field: 'phone', value: '+15125550100' },
      {},
      'input-not-valid',
    ],
    ["another conversation's hold", 'release_hold', { holdId: other }, {}, 'not-your-hold'],
    [
      'an anonymous visitor who books',
      'book',
      book,
      { channel: 'web', identity: 'anonymous' },
      'identity-too-low',
    ],
    ['work for a number that opted out', 'find_slots', { ...book }, { isOptedOut: true }, 'opted-out'],
    [
      'work for a suspended business',
      'quote_price',
      { serviceId: id, assetClassId: id, addOnIds: [] },
      { tenantStatus: 'suspended' },
      'business-not-active',
    ],
    [
      'one action too many',
      'quote_price',
      { serviceId: id, assetClassId: id, addOnIds: [] },
      { actionsSoFar: maxActionsPerTurn },
      'too-many-actions',
    ],
  ] as const)('refuses %s', (_, name, input, change, reason) => {
    expect(kindOf(name, input, change)).toMatchObject({ kind: 'refused', reason });
  });

  it('an opt-out is always allowed', () => {
    const change = { isOptedOut: true, tenantStatus: 'suspended', channel: 'voice' } as const;
    expect(kindOf('opt_out', { source: 'words' }, change).kind).toBe('allowed');
  });

  it('whatever is proposed, nothing is booked or held that was not offered to this conversation', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({
        serviceId: fc.constantFrom(id, other),
        assetClassId: fc.constant(id),
        addOnIds: fc.constant([]),
        offer: fc.record({
          startsAt: fc.constantFrom(offer.startsAt, '2020-01-01T00:00:00Z', 'tomorrow'),
          resourceId: fc.constantFrom(id, other),
          resourceName: fc.string(),
        }),
        holdId: fc.constantFrom(null, id, other),
        address: fc.string(),
        assetName: fc.string(),
        priceCents: fc.option(fc.integer(), { nil: undefined }),
      }),
    );
    const names = fc.oneof(fc.constantFrom(...Object.keys(actionInputs)), fc.string());
    fc.assert(
      fc.property(names, anything, (name, input) => {
        const verdict = kindOf(name, input);
        if (verdict.kind !== 'allowed' || !('offer' in verdict.proposal.input)) return;
        expect(verdict.proposal.input.offer).toMatchObject({ startsAt: offer.startsAt, resourceId: id });
      }),
      { numRuns: 5000 },
    );
  });
});
