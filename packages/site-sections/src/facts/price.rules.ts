import type { SiteFacts, SiteService } from './site-facts.ts';

/** What may be said about a price. An unconfirmed price is words, never a number. */
export type PriceWord =
  | { kind: 'price'; cents: number }
  | { kind: 'quote' }
  | { kind: 'after-diagnostic' }
  | { kind: 'none' };

/** The price of a service for an asset class: `none` where the service is not done for that class. */
export function priceWord(service: SiteService, assetClassId: string): PriceWord {
  const price = service.prices.find((entry) => entry.assetClassId === assetClassId);
  if (service.booking === 'after_diagnostic') return price ? { kind: 'after-diagnostic' } : { kind: 'none' };
  if (service.booking === 'quote_first') return price ? { kind: 'quote' } : { kind: 'none' };
  if (price === undefined) return { kind: 'none' };
  return price.priceCents === null ? { kind: 'quote' } : { kind: 'price', cents: price.priceCents };
}

export function durationMinutes(service: SiteService, assetClassId: string): number | null {
  return service.prices.find((entry) => entry.assetClassId === assetClassId)?.durationMinutes ?? null;
}

/** Shortest and longest over all asset classes; null where no duration is known. */
export function durationRange(service: SiteService): { least: number; most: number } | null {
  const all = service.prices.map((entry) => entry.durationMinutes);
  return all.length === 0 ? null : { least: Math.min(...all), most: Math.max(...all) };
}

/** The lowest confirmed price of what can be booked at once; null where nothing has one. */
export function lowestPriceCents(facts: SiteFacts): number | null {
  const all = facts.services
    .filter((service) => service.booking === 'instant')
    .flatMap((service) => service.prices.flatMap((price) => price.priceCents ?? []));
  return all.length === 0 ? null : Math.min(...all);
}

/** Services somebody has to look at before there is a price. */
export function quoteServices(facts: SiteFacts): SiteService[] {
  return facts.services.filter((service) => service.booking !== 'instant');
}

/** Services that can be booked at once; their prices may still be unconfirmed. */
export function instantServices(facts: SiteFacts): SiteService[] {
  return facts.services.filter((service) => service.booking === 'instant');
}
