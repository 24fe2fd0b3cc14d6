import type { PackSite } from '../pack.schema.ts';

export const site: PackSite = {
  template: 'gloss',
  headline: { en: 'Water should stand up on it.', es: 'El agua debe quedarse de pie.' },
  lead: {
    en: 'Hand detailing where your car stands. Pick the size, see the price and the time, hold the hour.',
    es: 'Detallado a mano donde esté su auto. Elija el tamaño, vea el precio y el tiempo, aparte la hora.',
  },
  bookLabel: { en: 'Book a detail', es: 'Reservar' },
  assetQuestion: { en: 'What do you drive', es: '¿Qué maneja?' },
  pricesTitle: { en: 'Price by size.', es: 'Precio por tamaño.' },
  pricesLead: {
    en: 'One price for each size, told before you book. Pet hair and stains are add-ons you can pick on the way.',
    es: 'Un precio por tamaño, dicho antes de reservar. El pelo de mascota y las manchas se agregan al elegir.',
  },
  featureTitle: { en: 'Swirls are light telling on you.', es: 'Los remolinos los delata la luz.' },
  featureBody: {
    en: 'We look at the paint under a lamp before we quote a polish. If a fingernail catches in a scratch, we tell you what it would take.',
    es: 'Vemos la pintura bajo una lámpara antes de cotizar un pulido. Si la uña se atora en un rayón, le decimos qué haría falta.',
  },
  visitTitle: { en: 'One full detail, hour by hour.', es: 'Un detallado completo, hora por hora.' },
  visitService: 'full_detail',
  visitSteps: [
    {
      afterMinutes: 0,
      text: {
        en: 'We arrive, walk round it with you and take the key.',
        es: 'Llegamos, lo revisamos con usted y tomamos la llave.',
      },
    },
    {
      afterMinutes: 15,
      text: {
        en: 'Wheels first, then wash, clay and wax.',
        es: 'Primero rines; luego lavado, arcilla y cera.',
      },
    },
    {
      afterMinutes: 105,
      text: {
        en: 'Inside: seats, carpet, vents, glass, every seam.',
        es: 'Adentro: asientos, alfombra, rejillas, vidrios, cada costura.',
      },
    },
    {
      afterMinutes: 225,
      text: { en: 'A last look together, in daylight.', es: 'Una última mirada juntos, con luz de día.' },
    },
  ],
  faqTitle: { en: 'Asked most.', es: 'Lo que más preguntan.' },
  closingTitle: { en: 'Text us a photo.', es: 'Mándenos una foto.' },
  closingBody: {
    en: 'An AI assistant answers day and night. Ask for a person and you get one.',
    es: 'Un asistente de IA responde de día y de noche. Pida una persona y se la damos.',
  },
  seoTitle: {
    en: 'Mobile auto detailing, booked online',
    es: 'Detallado automotriz a domicilio, reserva en línea',
  },
  seoDescription: {
    en: 'See the price for your size of vehicle, pick an open time and book a wash, interior or full detail.',
    es: 'Vea el precio para su tamaño de vehículo, elija una hora libre y reserve lavado, interior o detallado completo.',
  },
};
