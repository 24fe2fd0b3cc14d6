import type { Catalog } from '@servicepro/contracts/rest/catalog';
import type { PublicSite } from '@servicepro/contracts/rest/public';
import type { TenantDb } from '@servicepro/db';
import { planHas } from '@servicepro/feature-flags';
import { getPack, textIn } from '@servicepro/industry-packs';
import { listServices } from '../catalog/index.ts';
import { findSlots } from '../scheduling/index.ts';
import { findSiteProfile, type SiteProfile } from './public-site.repository.ts';
import { siteErrors } from './sites.errors.ts';

/**
 * What a tenant's public site is made of: live facts, never a price that no person confirmed. A suspended business
 * answers with its name and no offer; a cancelled one is a 404.
 */
export async function readPublicSite(db: TenantDb, now: Temporal.Instant): Promise<PublicSite> {
  const profile = await findSiteProfile(db);
  if (!profile || profile.status === 'cancelled') throw siteErrors.notFound();
  const isOpen = profile.status === 'active';
  const content = asContent(profile.site_content);
  const catalog = isOpen ? await listServices(db) : { assetClasses: [], services: [], addOns: [] };
  return {
    tenant: toTenant(profile, isOpen ? 'active' : 'suspended'),
    template: profile.site_template,
    isPoweredByShown: !planHas(profile.plan, 'hide_powered_by'),
    hours: profile.hours.map((row) => ({
      weekday: row.weekday,
      opens: row.opens.slice(0, 5),
      closes: row.closes.slice(0, 5),
    })),
    holidays: profile.holidays.map((row) => ({ day: row.day, name: row.name })),
    ...toOffer(catalog),
    faqs: isOpen ? profile.faqs : [],
    content,
    nextSlot: isOpen ? await nextSlot(db, catalog, now, content.visitService) : null,
  };
}

function toTenant(profile: SiteProfile, status: 'active' | 'suspended'): PublicSite['tenant'] {
  const pack = getPack(profile.pack_id);
  return {
    id: profile.id,
    slug: profile.slug,
    name: profile.name,
    status,
    timeZone: profile.time_zone,
    locale: profile.locale,
    currency: profile.currency,
    phone: profile.phone,
    brandColor: profile.brand_color,
    address: {
      street: profile.street,
      city: profile.city,
      region: profile.region,
      postalCode: profile.postal_code,
    },
    serviceArea: profile.service_area,
    tradeName: pack ? textIn(pack.tradeName, profile.locale.startsWith('es') ? 'es' : 'en') : '',
    packId: profile.pack_id,
  };
}

function toOffer(catalog: Catalog): Pick<PublicSite, 'assetClasses' | 'services' | 'addOns'> {
  return {
    assetClasses: catalog.assetClasses.map(({ id, key, name }) => ({ id, key, name })),
    services: catalog.services.map(({ id, key, name, description, category, booking, isMobile, prices }) => ({
      ...{ id, key, name, description, category, booking, isMobile },
      prices: prices.map(({ assetClassId, durationMinutes, priceCents }) => ({
        assetClassId,
        durationMinutes,
        priceCents,
      })),
    })),
    addOns: catalog.addOns.map(({ id, name, priceCents, durationMinutes }) => ({
      id,
      name,
      priceCents,
      durationMinutes,
    })),
  };
}

/** The first opening for the service that the site speaks of, else for the first that has a confirmed price. */
async function nextSlot(
  db: TenantDb,
  catalog: Catalog,
  now: Temporal.Instant,
  shownServiceKey: unknown,
): Promise<PublicSite['nextSlot']> {
  const offers = catalog.services
    .filter((service) => service.booking === 'instant')
    .map((service) => ({ service, prices: service.prices.filter((price) => price.priceCents !== null) }))
    .filter(({ prices }) => prices.length > 0);
  const offer = offers.find(({ service }) => service.key === shownServiceKey) ?? offers[0];
  // The middle size: what most people have, and the column that a site marks at first.
  const price = offer?.prices[Math.floor((offer.prices.length - 1) / 2)];
  if (!offer || !price) return null;
  const choice = { serviceId: offer.service.id, assetClassId: price.assetClassId };
  const { days } = await findSlots(db, { ...choice, addOnIds: [], days: 14, now });
  const first = days.flatMap((day) => day.slots)[0];
  return first ? { ...choice, startsAt: first.startsAt } : null;
}

/** Guarantee: only an object is ever stored as a site's content. */
function asContent(content: unknown): Record<string, unknown> {
  return typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : {};
}
