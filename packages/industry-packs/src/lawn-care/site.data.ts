import type { PackSite } from '../pack.schema.ts';

export const site: PackSite = {
  template: 'plot',
  headline: { en: 'Cut, edged, and gone before lunch.', es: 'Cortado, orillado y listo antes de comer.' },
  lead: {
    en: 'Pick your lot size, see the price of a visit, choose a day. The gate code goes to the crew only.',
    es: 'Elija el tamaño de su terreno, vea el precio de la visita, escoja un día. El código de la reja solo lo ve la cuadrilla.',
  },
  bookLabel: { en: 'Book a visit', es: 'Reservar visita' },
  assetQuestion: { en: 'How big is the lawn', es: '¿Qué tan grande es el jardín?' },
  pricesTitle: { en: 'Price by lot size.', es: 'Precio por tamaño.' },
  pricesLead: {
    en: 'A visit has one price for your size of lawn. What needs a look first says so.',
    es: 'La visita tiene un precio según el tamaño. Lo que hay que ver antes, lo dice.',
  },
  featureTitle: { en: 'The year on a lawn.', es: 'El año de un jardín.' },
  featureBody: {
    en: 'Feed in spring, cut high in heat, seed in fall. We tell you when a job does some good and when it does not.',
    es: 'Abono en primavera, corte alto con calor, semilla en otoño. Le decimos cuándo un trabajo sirve y cuándo no.',
  },
  visitTitle: { en: 'One visit, start to finish.', es: 'Una visita, de principio a fin.' },
  visitService: 'mow_weekly',
  visitSteps: [
    {
      afterMinutes: 0,
      text: {
        en: 'Sticks and toys off the grass, gate closed behind us.',
        es: 'Ramas y juguetes fuera del pasto, reja cerrada.',
      },
    },
    {
      afterMinutes: 5,
      text: { en: 'Mow, in a new direction each visit.', es: 'Corte, en otra dirección cada visita.' },
    },
    {
      afterMinutes: 20,
      text: {
        en: 'Trim round trees and posts, edge the walks.',
        es: 'Orillado junto a árboles, postes y banquetas.',
      },
    },
    { afterMinutes: 27, text: { en: 'Blow the paths clean.', es: 'Caminos soplados.' } },
  ],
  faqTitle: { en: 'Good to know.', es: 'Bueno saberlo.' },
  closingTitle: { en: 'Text a photo of the grass.', es: 'Mande una foto del pasto.' },
  closingBody: {
    en: 'An AI assistant answers at once and can book you in. Ask for a person and you get one.',
    es: 'Un asistente de IA responde enseguida y puede reservarle. Pida una persona y se la damos.',
  },
  seoTitle: {
    en: 'Lawn mowing and care, booked online',
    es: 'Corte y cuidado de jardines, reserva en línea',
  },
  seoDescription: {
    en: 'See the price of a visit for your lot size, pick a day and book mowing, aeration or clean-up.',
    es: 'Vea el precio de una visita según su terreno, elija un día y reserve corte, aireación o limpieza.',
  },
};
