import type { Pack } from '../pack.schema.ts';
import { conduct } from './conduct.data.ts';
import { faqs } from './faqs.data.ts';
import { addOns, services } from './services.data.ts';
import { site } from './site.data.ts';

/** Lawn care at the customer's address, mostly on routes. */
export const lawnCare: Pack = {
  id: 'lawn-care',
  version: 1,
  tradeName: { en: 'Lawn care', es: 'Cuidado de jardines' },
  currency: 'USD',
  assetKind: { en: 'lawn', es: 'jardín' },
  assetClasses: [
    {
      key: 'small',
      name: { en: 'Up to 1/8 acre', es: 'Hasta 1/8 de acre' },
      words: [
        'small',
        'tiny',
        'townhouse',
        'town house',
        '1/8',
        'eighth',
        'eighth acre',
        'front only',
        'front yard only',
        'chico',
        'pequeño',
      ],
    },
    {
      key: 'quarter',
      name: { en: 'About 1/4 acre', es: 'Como 1/4 de acre' },
      words: [
        'quarter',
        'quarter acre',
        '1/4',
        '1/4 acre',
        'quarter of an acre',
        'normal',
        'average',
        'medium',
        'un cuarto',
        'mediano',
      ],
    },
    {
      key: 'half',
      name: { en: 'About 1/2 acre', es: 'Como 1/2 acre' },
      words: ['half', 'half acre', '1/2', '1/2 acre', 'half an acre', 'large', 'big', 'medio acre', 'grande'],
    },
    {
      key: 'acre',
      name: { en: 'About 1 acre', es: 'Como 1 acre' },
      words: ['acre', 'one acre', 'full acre', 'an acre', '1 acre', 'whole acre', 'un acre', 'muy grande'],
    },
  ],
  categories: [
    { key: 'mowing', name: { en: 'Mowing', es: 'Corte' } },
    { key: 'treatment', name: { en: 'Treatment', es: 'Tratamiento' } },
    { key: 'cleanup', name: { en: 'Clean-up', es: 'Limpieza' } },
    { key: 'planting', name: { en: 'Beds', es: 'Jardineras' } },
  ],
  services,
  addOns,
  faqs,
  ...conduct,
  site,
  sources: {
    'lawn-1': {
      url: 'https://biologyinsights.com/how-much-does-a-lawn-care-service-cost',
      says: 'recurring quarter-acre mow 45 to 65, about 30 min; one-time visit 50 to 100 percent dearer; obstacles 10 to 30 percent more',
    },
    'lawn-2': {
      url: 'https://biologyinsights.com/how-much-does-professional-lawn-care-cost',
      says: 'mow 40 to 85; every two weeks 60 to 100',
    },
    'lawn-3': {
      url: 'https://backyardhubs.com/what-is-the-avg-cost-per-yard-for-lawn-care',
      says: 'aeration or weed treatment adds 50 to 150',
    },
  },
};
