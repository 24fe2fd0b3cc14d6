import { cleanMachine, fixtureId, plainBusiness } from '@servicepro/site-sections/fixtures/sites.data.ts';
import { describe, expect, test } from 'vitest';
import { bookingSite } from './booking-site.ts';
import { initialState } from './booking-state.ts';
import {
  bookableServices,
  fittingChoice,
  missingFields,
  priceOf,
  servicesToAskFor,
  workOf,
} from './booking-work.rules.ts';

const site = bookingSite(cleanMachine, new Date(0));
const choice = { serviceId: fixtureId(24), assetClassId: fixtureId(12), addOnIds: [fixtureId(31)] };

describe('what is being booked', () => {
  test('the total is the sum of its lines, each from a row', () => {
    const work = workOf(site, choice);
    expect(work.lines.map((line) => [line.name, line.cents])).toEqual([
      ['Full detail, inside and out, SUV', 28_500],
      ['Pet hair removal', 4_500],
    ]);
    expect(work).toMatchObject({ totalCents: 33_000, durationMinutes: 390, isTotalFrom: false });
  });

  test('one line without a confirmed price leaves no total', () => {
    expect(workOf(site, { ...choice, addOnIds: [fixtureId(34)] }).totalCents).toBeNull();
    const plain = bookingSite(plainBusiness, new Date(0));
    expect(workOf(plain, { ...choice, serviceId: fixtureId(21), addOnIds: [] }).totalCents).toBeNull();
  });

  test('before a size is chosen the price is the lowest, and said to be', () => {
    const open = { ...choice, assetClassId: null, addOnIds: [] };
    expect(workOf(site, open)).toMatchObject({
      totalCents: 22_500,
      isTotalFrom: true,
      durationMinutes: null,
    });
    const headlights = site.services.find((service) => service.key === 'headlights');
    expect(headlights && priceOf(headlights, open)).toEqual({ cents: 9_500, isFrom: true });
  });

  test('a size that a service is not done for is let go, never changed to another', () => {
    const services = site.services.map((service) =>
      service.id === choice.serviceId
        ? { ...service, prices: service.prices.filter((price) => price.assetClassId === fixtureId(12)) }
        : service,
    );
    const suvOnly = { ...site, services };
    expect(fittingChoice(suvOnly, choice)).toEqual(choice);
    const other = site.assetClasses.find((row) => row.id !== fixtureId(12))?.id ?? null;
    expect(fittingChoice(suvOnly, { ...choice, assetClassId: other }).assetClassId).toBeNull();
  });

  test('work that wants a look first cannot be booked, and is not lost either', () => {
    expect(bookableServices(site).map((service) => service.booking)).not.toContain('quote_first');
    expect(servicesToAskFor(site)).toHaveLength(3);
  });

  test('what is missing is named in the order of the page', () => {
    const state = initialState({ serviceId: null, assetClassId: null, addOnIds: [] }, null);
    expect(missingFields(site, state.choice, state.details, state.hold)).toEqual([
      'service',
      'assetClass',
      'time',
      'customerName',
      'customerPhone',
    ]);
    expect(missingFields(site, choice, state.details, state.hold)).toContain('address');
  });
});
