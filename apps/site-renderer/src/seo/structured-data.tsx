import type { PublicSite } from '@servicepro/contracts/rest/public';

export type StructuredDataProps = { site: PublicSite; origin: string };

/** schema.org LocalBusiness made of live facts; only confirmed prices are in it. */
export function StructuredData({ site, origin }: StructuredDataProps) {
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{
        __html: JSON.stringify(localBusiness(site, origin)).replaceAll('<', '\\u003c'),
      }}
    />
  );
}

const schemaDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function localBusiness(site: PublicSite, origin: string): Record<string, unknown> {
  const { tenant } = site;
  return {
    '@context': 'https://schema.org',
    '@type': 'LocalBusiness',
    '@id': `${origin}/#business`,
    name: tenant.name,
    url: `${origin}/`,
    telephone: tenant.phone,
    address: {
      '@type': 'PostalAddress',
      streetAddress: tenant.address.street,
      addressLocality: tenant.address.city,
      addressRegion: tenant.address.region,
      postalCode: tenant.address.postalCode,
    },
    ...(tenant.serviceArea ? { areaServed: tenant.serviceArea } : {}),
    openingHoursSpecification: site.hours.map((entry) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: schemaDays[entry.weekday - 1],
      opens: entry.opens,
      closes: entry.closes,
    })),
    makesOffer: site.services.flatMap((service) => offer(service, tenant.currency)),
    potentialAction: { '@type': 'ReserveAction', target: `${origin}/book` },
  };
}

function offer(service: PublicSite['services'][number], currency: string) {
  const cents = service.prices.flatMap((price) => price.priceCents ?? []);
  if (service.booking !== 'instant' || cents.length === 0) return [];
  return [
    {
      '@type': 'Offer',
      itemOffered: { '@type': 'Service', name: service.name },
      priceSpecification: {
        '@type': 'PriceSpecification',
        priceCurrency: currency,
        minPrice: Math.min(...cents) / 100,
        maxPrice: Math.max(...cents) / 100,
      },
    },
  ];
}
