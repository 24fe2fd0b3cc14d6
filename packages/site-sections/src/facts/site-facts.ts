import type { PublicSite } from '@servicepro/contracts/rest/public';
import { SiteContent } from '../site-content.schema.ts';

export type SiteService = PublicSite['services'][number];
export type SiteAssetClass = PublicSite['assetClasses'][number];
export type SiteAddOn = PublicSite['addOns'][number];
export type SiteHours = PublicSite['hours'][number];

export type SiteReviews = {
  source: string;
  count: number;
  average: number;
  items: readonly { text: string; name: string; place: string; service: string }[];
};

/** Everything live that a section may show. Sections get nothing else that has a figure, a time or a price in it. */
export type SiteFacts = {
  tenant: PublicSite['tenant'];
  hours: readonly SiteHours[];
  holidays: PublicSite['holidays'];
  assetClasses: readonly SiteAssetClass[];
  services: readonly SiteService[];
  addOns: readonly SiteAddOn[];
  faqs: PublicSite['faqs'];
  nextSlot: PublicSite['nextSlot'];
  /** Null until there are any: the section is then not shown. */
  reviews: SiteReviews | null;
  isPoweredByShown: boolean;
};

/** Splits the public answer into live facts and the editor's words. */
export function readSite(site: PublicSite): { facts: SiteFacts; content: SiteContent } {
  const { template: _template, content, ...live } = site;
  return {
    facts: { ...live, reviews: null },
    content: SiteContent.parse(content),
  };
}
