import type { Pack } from '../pack.schema.ts';
import { addOns } from './add-ons.data.ts';
import { assetClasses } from './asset-classes.data.ts';
import { conduct } from './conduct.data.ts';
import { faqs } from './faqs.data.ts';
import { services } from './services.data.ts';
import { site } from './site.data.ts';

/** Auto detailing, done where the vehicle stands or in the shop's bay. */
export const detailing: Pack = {
  id: 'detailing',
  version: 1,
  tradeName: { en: 'Auto detailing', es: 'Detallado automotriz' },
  currency: 'USD',
  assetKind: { en: 'vehicle', es: 'vehículo' },
  assetClasses,
  categories: [
    { key: 'wash', name: { en: 'Wash', es: 'Lavado' } },
    { key: 'interior', name: { en: 'Interior', es: 'Interior' } },
    { key: 'full', name: { en: 'Full detail', es: 'Detallado completo' } },
    { key: 'paint', name: { en: 'Paint', es: 'Pintura' } },
    { key: 'coating', name: { en: 'Coating', es: 'Recubrimiento' } },
    { key: 'fleet', name: { en: 'Fleet', es: 'Flotilla' } },
  ],
  services,
  addOns,
  faqs,
  ...conduct,
  site,
  sources: {
    'detail-1': {
      url: 'https://engineerfix.com/how-much-does-an-average-car-detail-cost',
      says: 'basic exterior 50 to 100, basic interior 100 to 150 (sedan)',
    },
    'detail-2': {
      url: 'https://engineerfix.com/how-much-do-detailers-charge-for-a-full-service',
      says: 'full detail 200 to 350, average vehicle',
    },
    'detail-3': {
      url: 'https://engineerfix.com/how-much-does-it-cost-to-detail-a-car',
      says: 'interior 80 to 160, full sedan 150 to 300',
    },
    'detail-4': {
      url: 'https://winenfood.com/how-long-each-car-detailing-service-takes',
      says: 'express 1 to 2 h, wash and wax 1.5 to 3 h, interior 2 to 5 h, full 4 to 8 h and more',
    },
    'detail-5': {
      url: 'https://eatsip365.com/time-required-for-a-car-wash-detailing',
      says: 'interior 3 to 6 h, exterior 4 to 8 h, full 6 to 10 h',
    },
    'detail-6': {
      url: 'https://winenfood.com/how-long-each-car-detailing-stage-takes',
      says: 'large vehicles take 30 to 50 percent longer',
    },
    'detail-7': {
      url: 'https://eatsip365.com/understanding-car-wash-auto-detail-pricing',
      says: 'a reader paid 1,200 for correction and ceramic, about 15 h',
    },
  },
};
