import type { SiteAssetClass, SiteFacts } from '../facts/site-facts.ts';

/** The template's style sheet has rules for this many columns. */
const mostColumns = 8;

/** Asset classes that any service has a price row for, in the tenant's order. */
export function offeredClasses(facts: SiteFacts): SiteAssetClass[] {
  const priced = new Set(
    facts.services.flatMap((service) => service.prices.map((price) => price.assetClassId)),
  );
  return facts.assetClasses.filter((assetClass) => priced.has(assetClass.id)).slice(0, mostColumns);
}

/** The column that is chosen at first: the next open slot's, else the middle one. */
export function chosenClassIndex(facts: SiteFacts, classes: readonly SiteAssetClass[]): number {
  const ofSlot = classes.findIndex((assetClass) => assetClass.id === facts.nextSlot?.assetClassId);
  return ofSlot === -1 ? Math.floor((classes.length - 1) / 2) : ofSlot;
}
