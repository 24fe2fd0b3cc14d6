import type { Pack } from '../pack.schema.ts';

/** How the receptionist of a lawn business speaks, asks and takes care. */
export const conduct: Pick<
  Pack,
  'intake' | 'urgent' | 'neverPromise' | 'tone' | 'upsells' | 'seasons' | 'rhythms'
> = {
  intake: [
    {
      key: 'address',
      question: { en: 'What is the address of the lawn?', es: '¿Cuál es la dirección del jardín?' },
      kind: 'address',
      isNeededToBook: true,
    },
    {
      key: 'size',
      question: {
        en: 'About how big is it: small, a quarter, half or a whole acre?',
        es: '¿Qué tan grande es: chico, un cuarto, medio o un acre?',
      },
      kind: 'choice',
      choices: [
        { key: 'small', name: { en: 'Up to 1/8 acre', es: 'Hasta 1/8 de acre' } },
        { key: 'quarter', name: { en: 'About 1/4 acre', es: 'Como 1/4 de acre' } },
        { key: 'half', name: { en: 'About 1/2 acre', es: 'Como 1/2 acre' } },
        { key: 'acre', name: { en: 'About 1 acre', es: 'Como 1 acre' } },
      ],
      isNeededToBook: true,
    },
    {
      key: 'last_mow',
      question: { en: 'When was it last cut?', es: '¿Cuándo se cortó por última vez?' },
      kind: 'date',
      isNeededToBook: false,
      services: ['mow_weekly', 'mow_biweekly', 'mow_once'],
    },
    {
      key: 'gate',
      question: {
        en: 'Is there a gate, how wide is it, and does it need a code?',
        es: '¿Hay reja, qué ancho tiene y lleva código?',
      },
      kind: 'text',
      isNeededToBook: false,
    },
    {
      key: 'pets',
      question: { en: 'Will there be pets in the yard?', es: '¿Habrá mascotas en el patio?' },
      kind: 'yes_no',
      isNeededToBook: false,
    },
    {
      key: 'slope',
      question: { en: 'Is any of it steep?', es: '¿Hay alguna parte empinada?' },
      kind: 'yes_no',
      isNeededToBook: false,
    },
    {
      key: 'grass_photo',
      question: { en: 'Could you text a photo of the grass?', es: '¿Nos manda una foto del pasto?' },
      kind: 'photo',
      isNeededToBook: false,
      services: ['mow_once', 'overseed', 'leaf_cleanup'],
    },
  ],
  urgent: [
    {
      key: 'hoa_notice',
      name: { en: 'A notice with a deadline', es: 'Un aviso con plazo' },
      words: [
        'hoa',
        'hoa notice',
        'violation',
        'city notice',
        'fined',
        'fine notice',
        'citation',
        'multa',
        'aviso',
      ],
      response: 'first_slot',
    },
    {
      key: 'damage',
      name: { en: 'The customer says that we damaged something', es: 'El cliente dice que dañamos algo' },
      words: ['you broke', 'you damaged', 'you hit', 'you killed', 'sprinkler head', 'rompieron', 'dañaron'],
      response: 'person',
    },
    {
      key: 'pet_out',
      name: { en: 'A gate left open', es: 'Una reja abierta' },
      words: ['left the gate open', 'dog got out', 'gate open', 'dejaron abierta', 'se salió el perro'],
      response: 'person',
    },
  ],
  neverPromise: [
    {
      key: 'weed_free',
      rule: { en: 'A lawn without weeds.', es: 'Un jardín sin maleza.' },
      phrases: [
        'weed-free',
        'weed free',
        'no more weeds',
        'all the weeds will die',
        'sin maleza garantizado',
      ],
    },
    {
      key: 'unlicensed',
      rule: {
        en: 'A chemical treatment without a recorded license.',
        es: 'Un tratamiento químico sin licencia registrada.',
      },
      phrases: ['we can spray anything', 'no license needed', 'sin licencia'],
    },
    {
      key: 'safe_for_pets',
      rule: {
        en: 'That a treated lawn is safe for pets or children at once.',
        es: 'Que un jardín tratado es seguro de inmediato.',
      },
      phrases: ['completely safe for pets', 'safe for kids right away', 'seguro para mascotas de inmediato'],
    },
  ],
  tone: {
    summary: {
      en: 'Neighborly and short. Talks about days and grass, not about agronomy.',
      es: 'De buen vecino y breve. Habla de días y de pasto, no de agronomía.',
    },
    greeting: { en: "Hi, it's {businessName}'s assistant.", es: 'Hola, soy el asistente de {businessName}.' },
    does: [
      { en: 'Says which lot size it priced for.', es: 'Dice para qué tamaño de terreno es el precio.' },
      { en: 'Reads back the address.', es: 'Repite la dirección.' },
      { en: 'Asks about the gate and the dog.', es: 'Pregunta por la reja y el perro.' },
    ],
    avoids: [
      { en: 'Naming chemicals or how much of them.', es: 'Nombrar químicos o dosis.' },
      { en: 'Blaming a customer for tall grass.', es: 'Culpar al cliente por el pasto alto.' },
    ],
  },
  upsells: [
    {
      key: 'bags_with_once',
      service: 'mow_once',
      whenWords: ['tall', 'overgrown', 'long', 'alto', 'crecido'],
      offer: { kind: 'add_on', key: 'bagging' },
      words: {
        en: 'Tall grass leaves a lot behind. Shall we bag and haul it?',
        es: 'El pasto alto deja mucho. ¿Lo recogemos y nos lo llevamos?',
      },
    },
    {
      key: 'route_after_once',
      service: 'mow_once',
      whenWords: [],
      offer: { kind: 'service', key: 'mow_biweekly' },
      words: {
        en: 'Would a visit every two weeks suit you after that?',
        es: '¿Le convendría una visita cada dos semanas después?',
      },
    },
    {
      key: 'seed_with_aeration',
      service: 'aeration',
      whenWords: ['thin', 'bare', 'patchy', 'ralo', 'pelón'],
      offer: { kind: 'service', key: 'overseed' },
      words: {
        en: 'Seed takes best right after aeration. Shall we look at that too?',
        es: 'La semilla prende mejor tras airear. ¿Vemos eso también?',
      },
    },
  ],
  seasons: [
    {
      key: 'spring',
      months: [3, 4, 5],
      demand: 'high',
      note: {
        en: 'First cuts, edges, mulch and feeding.',
        es: 'Primeros cortes, orillas, mantillo y abono.',
      },
      sources: ['estimate'],
    },
    {
      key: 'summer',
      months: [6, 7, 8],
      demand: 'high',
      note: { en: 'Weekly routes, cut higher in heat.', es: 'Rutas semanales, corte más alto con calor.' },
      sources: ['estimate'],
    },
    {
      key: 'autumn',
      months: [9, 10, 11],
      demand: 'normal',
      note: { en: 'Leaves, aeration and seed.', es: 'Hojas, aireación y semilla.' },
      sources: ['estimate'],
    },
    {
      key: 'winter',
      months: [12, 1, 2],
      demand: 'low',
      note: { en: 'A visit a month, shrubs and beds.', es: 'Una visita al mes, arbustos y jardineras.' },
      sources: ['estimate'],
    },
  ],
  rhythms: [
    { key: 'weekly', name: { en: 'Every week', es: 'Cada semana' }, everyDays: 7 },
    { key: 'two_weeks', name: { en: 'Every 2 weeks', es: 'Cada 2 semanas' }, everyDays: 14 },
    { key: 'monthly_winter', name: { en: 'Monthly in winter', es: 'Cada mes en invierno' }, everyDays: 28 },
    {
      key: 'treatment_rounds',
      name: { en: 'Treatment rounds, every 8 weeks', es: 'Tratamientos, cada 8 semanas' },
      everyDays: 56,
    },
  ],
};
