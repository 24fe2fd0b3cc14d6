import type { PublicSite } from '@servicepro/contracts/rest/public';
import { languageOf, phoneWords, readSite, type SiteLanguage, siteFormat } from '@servicepro/site-sections';

/** The part of a site's facts that the booking form needs: it is sent to the browser, so nothing else is in it. */
export type BookingSite = {
  name: string;
  phone: string;
  phoneWords: string;
  timeZone: string;
  locale: string;
  language: SiteLanguage;
  currency: string;
  city: string;
  /** Where customers come to, for work that is not done at their place; empty where there is none. */
  address: string;
  serviceArea: string;
  packId: string;
  bookLabel: string | null;
  assetQuestion: string | null;
  assetClasses: PublicSite['assetClasses'];
  services: PublicSite['services'];
  addOns: PublicSite['addOns'];
  /** The business's calendar day when the page was made, `YYYY-MM-DD`. */
  today: string;
};

export function bookingSite(site: PublicSite, now: Date): BookingSite {
  const { facts, content } = readSite(site);
  const { tenant } = facts;
  return {
    name: tenant.name,
    phone: tenant.phone,
    phoneWords: phoneWords(tenant.phone),
    timeZone: tenant.timeZone,
    locale: tenant.locale,
    language: languageOf(tenant.locale),
    currency: tenant.currency,
    city: tenant.address.city,
    address: [tenant.address.street, tenant.address.city].filter(Boolean).join(', '),
    serviceArea: tenant.serviceArea,
    packId: tenant.packId,
    bookLabel: content.bookLabel ?? null,
    assetQuestion: content.assetQuestion ?? null,
    assetClasses: site.assetClasses,
    services: site.services,
    addOns: site.addOns,
    today: siteFormat(tenant).dayKey(now),
  };
}
