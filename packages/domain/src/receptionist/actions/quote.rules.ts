import type { AddOn, Service } from '@servicepro/contracts/rest/catalog';
import type { Quote } from './action-schemas.rules.ts';

/** The price of work from the catalogue's rows; null when the service is not sold for that class. */
export function quoteOf(
  catalog: { readonly services: readonly Service[]; readonly addOns: readonly AddOn[] },
  work: { readonly serviceId: string; readonly assetClassId: string; readonly addOnIds: readonly string[] },
): Quote | null {
  const price = catalog.services
    .find((service) => service.id === work.serviceId)
    ?.prices.find((row) => row.assetClassId === work.assetClassId);
  const addOns = catalog.addOns.filter((row) => work.addOnIds.includes(row.id));
  if (!price || addOns.length !== new Set(work.addOnIds).size) return null;
  const parts = [price.priceCents, ...addOns.map((row) => row.priceCents)];
  return {
    priceId: price.id,
    totalCents: parts.reduce<number | null>(
      (sum, cents) => (sum === null || cents === null ? null : sum + cents),
      0,
    ),
    currency: price.currency,
    durationMinutes: addOns.reduce((sum, row) => sum + row.durationMinutes, price.durationMinutes),
    confirmedAt: price.confirmedAt,
    addOns: addOns.map((row) => ({ id: row.id, name: row.name, priceCents: row.priceCents })),
  };
}
