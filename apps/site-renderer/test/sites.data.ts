import type { PublicSite } from '@servicepro/contracts/rest/public';

/** A stable id for a fixture: the last twelve digits tell which. */
export function fixtureId(number: number): string {
  return `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

const sedan = fixtureId(11);
const suv = fixtureId(12);
const truck = fixtureId(13);
type Service = PublicSite['services'][number];
type Row = [number, string, string, number[], (number | null)[], Service['booking']?];

const services: Service[] = (
  [
    [21, 'express-wash', 'Express wash and refresh', [60, 90, 120], [7_500, 9_000, 10_500]],
    [22, 'wash-and-wax', 'Exterior wash and wax', [90, 120, 180], [8_000, 9_000, 10_000]],
    [23, 'interior-detail', 'Interior detail', [120, 180, 300], [12_000, 14_000, 16_000]],
    [24, 'full-detail', 'Full detail, inside and out', [240, 360, 480], [22_500, 28_500, 32_500]],
    [25, 'maintenance-detail', 'Maintenance detail', [120, 150, 180], [9_500, 11_500, 13_500]],
    [26, 'headlights', 'Headlight restoration, pair', [60, 60, 60], [9_500, 9_500, null]],
    [27, 'one-step', 'One-step enhancement', [360, 420, 480], [null, null, null], 'quote_first'],
    [28, 'multi-step', 'Multi-step correction', [600, 660, 720], [null, null, null], 'quote_first'],
    [29, 'ceramic', 'Ceramic coating with prep', [600, 660, 720], [null, null, null], 'quote_first'],
  ] satisfies Row[]
).map(([id, key, name, minutes, cents, booking]: Row) => ({
  id: fixtureId(id),
  key,
  name,
  description: '',
  category: 'detail',
  booking: booking ?? 'instant',
  isMobile: true,
  prices: [sedan, suv, truck].map((assetClassId, index) => ({
    assetClassId,
    durationMinutes: minutes[index] ?? 60,
    priceCents: cents[index] ?? null,
  })),
}));

/** A detailer in Austin, as the pictures show one. */
export const cleanMachine: PublicSite = {
  tenant: {
    id: fixtureId(1),
    slug: 'clean-machine',
    name: 'Clean Machine',
    status: 'active',
    timeZone: 'America/Chicago',
    locale: 'en-US',
    currency: 'USD',
    phone: '+15125550142',
    brandColor: '#c1121f',
    address: { street: '2108 E Cesar Chavez St', city: 'Austin', region: 'TX', postalCode: '78702' },
    serviceArea: 'Austin, Round Rock, Cedar Park, Lakeway',
    tradeName: 'Auto detailing',
    packId: 'detailing',
  },
  template: 'gloss',
  hours: [
    ...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '18:00' })),
    { weekday: 6, opens: '08:00', closes: '16:00' },
  ],
  holidays: [{ day: '2099-11-26', name: 'Thanksgiving' }],
  assetClasses: [
    { id: sedan, key: 'sedan', name: 'Sedan' },
    { id: suv, key: 'suv', name: 'SUV' },
    { id: truck, key: 'truck', name: 'Truck or van' },
  ],
  services,
  addOns: [
    { id: fixtureId(31), name: 'Pet hair removal', priceCents: 4_500, durationMinutes: 30 },
    { id: fixtureId(32), name: 'Leather condition', priceCents: 5_000, durationMinutes: 30 },
    { id: fixtureId(33), name: 'Engine bay', priceCents: 4_500, durationMinutes: 30 },
    { id: fixtureId(34), name: 'Odor treatment', priceCents: null, durationMinutes: 60 },
  ],
  faqs: [
    {
      question: 'What if it rains?',
      answer: 'We move you to the next open day at no charge, or do the interior under cover.',
    },
    { question: 'Do I have to be home?', answer: 'Only to hand over the keys. We text when we are done.' },
    {
      question: 'How long will it take?',
      answer: 'A sedan is quicker than a three-row SUV. Large vehicles take longer.',
    },
  ],
  content: {
    headline: 'Water should stand up on it.',
    bookLabel: 'Book a detail',
    assetQuestion: 'What do you drive',
    pricesTitle: 'Price by size.',
    pricesLead:
      'The price you see is the price you pay. Pet hair, stains and heavy build-up are add-ons you can pick while booking.',
    featureTitle: 'Swirls are light telling on you.',
    featureBody:
      'We read your paint under a lamp before we quote. If a scratch catches a fingernail, we will say so and tell you what it would take.',
    visitTitle: 'One full detail, hour by hour.',
    visitService: 'full-detail',
    visitSteps: [
      { afterMinutes: 0, text: 'We text when the van leaves. Hand over the key.' },
      { afterMinutes: 15, text: 'Wheels, wash, clay. The van brings water and power.' },
      { afterMinutes: 105, text: 'Inside: seats, carpet, vents, glass, every seam you stopped looking at.' },
      { afterMinutes: 345, text: 'Walk-round with you. Pay by card or phone.' },
    ],
    faqTitle: 'Asked most.',
  },
  nextSlot: { serviceId: fixtureId(24), assetClassId: suv, startsAt: '2099-11-24T14:30:00Z' },
};

/** Another business in another trade and zone; what is not there must not show. */
export const plainBusiness: PublicSite = {
  ...cleanMachine,
  tenant: {
    ...cleanMachine.tenant,
    id: fixtureId(2),
    slug: 'green-acre',
    name: 'Green Acre Lawn Care',
    timeZone: 'America/Los_Angeles',
    phone: '+12065550123',
    brandColor: '#e5b400',
    address: { street: '', city: 'Seattle', region: 'WA', postalCode: '98101' },
    serviceArea: '',
    tradeName: 'Lawn care',
    packId: 'lawn',
  },
  hours: [],
  holidays: [],
  faqs: [],
  addOns: [],
  content: {},
  nextSlot: null,
  services: services.slice(0, 2).map((service) => ({
    ...service,
    prices: service.prices.map((price) => ({ ...price, priceCents: null })),
  })),
};
