import type { BookingSite } from './booking-site.ts';
import type { Choice, Details, Field, HoldState } from './booking-state.ts';

/** `isFrom`: the lowest of several prices, because what it is for is not chosen yet. */
export type WorkLine = { key: string; name: string; cents: number | null; isFrom: boolean };
export type Work = {
  lines: readonly WorkLine[];
  /** Null where a line has no confirmed price: then there is no total either. */
  totalCents: number | null;
  isTotalFrom: boolean;
  durationMinutes: number | null;
};

export type SiteService = BookingSite['services'][number];

/** What a customer can take a time for by themselves. */
export function bookableServices(site: BookingSite): SiteService[] {
  return site.services.filter((service) => service.booking === 'instant' && service.prices.length > 0);
}

/** What a person has to look at first. */
export function servicesToAskFor(site: BookingSite): SiteService[] {
  return site.services.filter((service) => service.booking !== 'instant');
}

export function chosenService(site: BookingSite, choice: Choice): SiteService | null {
  return site.services.find((service) => service.id === choice.serviceId) ?? null;
}

/** Asset classes that the chosen service is done for; all of them while none is chosen. */
export function classesFor(site: BookingSite, choice: Choice): BookingSite['assetClasses'] {
  const service = chosenService(site, choice);
  if (!service) return site.assetClasses;
  const done = new Set(service.prices.map((price) => price.assetClassId));
  return site.assetClasses.filter((assetClass) => done.has(assetClass.id));
}

/** The choice without a class that the chosen service is not done for: another one must be chosen knowingly. */
export function fittingChoice(site: BookingSite, choice: Choice): Choice {
  const fits = classesFor(site, choice).some((assetClass) => assetClass.id === choice.assetClassId);
  return fits ? choice : { ...choice, assetClassId: null };
}

/** The price of a service for the chosen class; before a class is chosen, the lowest, marked as such. */
export function priceOf(service: SiteService, choice: Choice): { cents: number | null; isFrom: boolean } {
  const own = service.prices.find((price) => price.assetClassId === choice.assetClassId);
  if (own) return { cents: own.priceCents, isFrom: false };
  const known = service.prices.flatMap((price) => price.priceCents ?? []);
  const isOne = service.prices.every((price) => price.priceCents === service.prices[0]?.priceCents);
  return { cents: known.length === 0 ? null : Math.min(...known), isFrom: !isOne };
}

/** Lines, total and length of what is chosen, from the site's own rows. */
export function workOf(site: BookingSite, choice: Choice): Work {
  const service = chosenService(site, choice);
  if (!service) return { lines: [], totalCents: null, isTotalFrom: false, durationMinutes: null };
  const price = service.prices.find((entry) => entry.assetClassId === choice.assetClassId);
  const addOns = site.addOns.filter((addOn) => choice.addOnIds.includes(addOn.id));
  const className = site.assetClasses.find((entry) => entry.id === choice.assetClassId)?.name;
  const lines: WorkLine[] = [
    {
      key: service.id,
      name: [service.name, className].filter(Boolean).join(', '),
      ...priceOf(service, choice),
    },
    ...addOns.map(({ id, name, priceCents }) => ({ key: id, name, cents: priceCents, isFrom: false })),
  ];
  const addedMinutes = addOns.reduce((sum, addOn) => sum + addOn.durationMinutes, 0);
  return {
    lines,
    totalCents: totalOf(lines),
    isTotalFrom: lines.some((line) => line.isFrom),
    durationMinutes: price ? price.durationMinutes + addedMinutes : null,
  };
}

function totalOf(lines: readonly WorkLine[]): number | null {
  return lines.reduce<number | null>(
    (sum, line) => (sum === null || line.cents === null ? null : sum + line.cents),
    0,
  );
}

/** Fields that still miss something, in the order of the page. */
export function missingFields(site: BookingSite, choice: Choice, details: Details, hold: HoldState): Field[] {
  const isMobile = chosenService(site, choice)?.isMobile ?? false;
  const checks: [Field, boolean][] = [
    ['service', choice.serviceId !== null],
    ['assetClass', choice.assetClassId !== null],
    ['address', !isMobile || details.address.trim() !== ''],
    ['time', hold.kind === 'held'],
    ['customerName', details.customerName.trim() !== ''],
    ['customerPhone', details.customerPhone.replace(/\D/g, '').length >= 10],
  ];
  return checks.filter(([, isThere]) => !isThere).map(([field]) => field);
}
