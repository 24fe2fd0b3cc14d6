import type { Pack } from '../pack.schema.ts';

/** How the receptionist of a detailer speaks, asks and takes care. */
export const conduct: Pick<
  Pack,
  'intake' | 'urgent' | 'neverPromise' | 'tone' | 'upsells' | 'seasons' | 'rhythms'
> = {
  intake: [
    {
      key: 'vehicle',
      question: {
        en: 'What do you drive? Year, make and model.',
        es: '¿Qué vehículo tiene? Año, marca y modelo.',
      },
      kind: 'text',
      isNeededToBook: true,
    },
    {
      key: 'address',
      question: { en: 'Where will the vehicle be?', es: '¿Dónde estará el vehículo?' },
      kind: 'address',
      isNeededToBook: true,
    },
    {
      key: 'interior_material',
      question: { en: 'Are the seats leather or fabric?', es: '¿Los asientos son de piel o de tela?' },
      kind: 'choice',
      choices: [
        { key: 'leather', name: { en: 'Leather', es: 'Piel' } },
        { key: 'fabric', name: { en: 'Fabric', es: 'Tela' } },
        { key: 'both', name: { en: 'Both', es: 'Ambos' } },
      ],
      isNeededToBook: false,
      services: ['full_interior', 'full_detail'],
    },
    {
      key: 'hair_or_stains',
      question: {
        en: 'Is there pet hair, or a stain we should know of?',
        es: '¿Hay pelo de mascota o alguna mancha?',
      },
      kind: 'text',
      isNeededToBook: false,
      services: ['interior_express', 'full_interior', 'exterior_interior', 'full_detail'],
    },
    {
      key: 'color',
      question: { en: 'What color is it?', es: '¿De qué color es?' },
      kind: 'text',
      isNeededToBook: false,
    },
    {
      key: 'shade',
      question: { en: 'Can it stand in a garage or in shade?', es: '¿Puede estar en cochera o a la sombra?' },
      kind: 'yes_no',
      isNeededToBook: false,
      services: ['exterior_clay', 'exterior_wax', 'paint_one_step'],
    },
    {
      key: 'damage_photo',
      question: {
        en: 'Could you text a photo of it, in daylight?',
        es: '¿Nos manda una foto, con luz de día?',
      },
      kind: 'photo',
      isNeededToBook: false,
      services: ['scratch_spot', 'paint_one_step', 'paint_multi_step', 'ceramic'],
    },
  ],
  urgent: [
    {
      key: 'fresh_spill',
      name: { en: 'A fresh spill inside', es: 'Derrame reciente adentro' },
      words: [
        'spilled',
        'spilt',
        'vomit',
        'threw up',
        'throw up',
        'milk spill',
        'vomitó',
        'derramé',
        'se derramó',
      ],
      response: 'first_slot',
    },
    {
      key: 'before_event',
      name: { en: 'Sap or droppings before an event', es: 'Savia o excremento antes de un evento' },
      words: [
        'wedding',
        'prom',
        'selling it tomorrow',
        'bird poop',
        'bird droppings',
        'tree sap',
        'boda',
        'savia',
      ],
      response: 'first_slot',
    },
    {
      key: 'damage',
      name: { en: 'The customer says that we damaged something', es: 'El cliente dice que dañamos algo' },
      words: ['you scratched', 'you damaged', 'you broke', 'you ruined', 'rayaron', 'dañaron', 'rompieron'],
      response: 'person',
    },
  ],
  neverPromise: [
    {
      key: 'scratch_unseen',
      rule: {
        en: 'That a scratch will come out before someone has seen it.',
        es: 'Que un rayón saldrá antes de verlo.',
      },
      phrases: [
        'will come right out',
        'will buff out',
        'scratch will be gone',
        'we can remove any scratch',
        'saldrá por completo',
      ],
    },
    {
      key: 'stain_or_odor',
      rule: { en: 'That a stain or a smell will be gone.', es: 'Que una mancha o un olor desaparecerá.' },
      phrases: [
        'stain will be gone',
        'smell will be gone',
        'guarantee the stain',
        'guarantee the smell',
        'garantizamos que la mancha',
      ],
    },
    {
      key: 'coating_life',
      rule: {
        en: 'A coating life longer than its maker states.',
        es: 'Que un recubrimiento dura más de lo que dice su fabricante.',
      },
      phrases: ['lasts forever', 'lifetime coating', 'never fades', 'dura para siempre'],
    },
  ],
  tone: {
    summary: {
      en: 'Like the person at the counter who knows paint: brief, friendly, exact about time and price.',
      es: 'Como la persona del mostrador que sabe de pintura: breve, amable, exacta con el tiempo y el precio.',
    },
    greeting: { en: "Hi, it's {businessName}'s assistant.", es: 'Hola, soy el asistente de {businessName}.' },
    does: [
      { en: 'Says the size class it priced for.', es: 'Dice para qué tamaño es el precio.' },
      { en: 'Asks one thing at a time.', es: 'Pregunta una cosa a la vez.' },
      { en: 'Reads back day, time and vehicle.', es: 'Repite día, hora y vehículo.' },
    ],
    avoids: [
      { en: 'Product names and detailing jargon.', es: 'Nombres de productos y jerga.' },
      { en: 'Judging the state of the car.', es: 'Juzgar el estado del auto.' },
    ],
  },
  upsells: [
    {
      key: 'hair_with_interior',
      service: 'interior_express',
      whenWords: ['dog', 'cat', 'pet', 'fur', 'hair', 'perro', 'gato', 'pelo'],
      offer: { kind: 'add_on', key: 'pet_hair' },
      words: { en: 'Shall we add pet hair removal?', es: '¿Agregamos el retiro de pelo?' },
    },
    {
      key: 'leather_with_interior',
      service: 'full_interior',
      whenWords: ['leather', 'piel', 'cuero'],
      offer: { kind: 'add_on', key: 'leather' },
      words: { en: 'Shall we condition the leather as well?', es: '¿Tratamos también la piel?' },
    },
    {
      key: 'clay_with_wax',
      service: 'exterior_wax',
      whenWords: ['rough', 'sap', 'gritty', 'overspray', 'áspera', 'savia'],
      offer: { kind: 'service', key: 'exterior_clay' },
      words: {
        en: 'Rough paint is what clay is for. Would you like the exterior with clay bar instead?',
        es: 'Para pintura áspera existe la arcilla. ¿Prefiere el exterior con barra de arcilla?',
      },
    },
    {
      key: 'sealant_with_wash',
      service: 'maintenance_wash',
      whenWords: [],
      offer: { kind: 'add_on', key: 'spray_sealant' },
      words: {
        en: 'A spray sealant can go on after the wash. Add it?',
        es: 'Podemos aplicar sellador después del lavado. ¿Lo agregamos?',
      },
    },
  ],
  seasons: [
    {
      key: 'spring',
      months: [3, 4, 5],
      demand: 'high',
      note: { en: 'Pollen and the end of road salt.', es: 'Polen y fin de la sal en la carretera.' },
      sources: ['estimate'],
    },
    {
      key: 'summer',
      months: [6, 7, 8],
      demand: 'normal',
      note: { en: 'Hot panels: outside work early in the day.', es: 'Lámina caliente: exterior temprano.' },
      sources: ['estimate'],
    },
    {
      key: 'before_holidays',
      months: [11, 12],
      demand: 'high',
      note: {
        en: 'Family visits and gifts before the holidays.',
        es: 'Visitas y regalos antes de las fiestas.',
      },
      sources: ['estimate'],
    },
    {
      key: 'winter',
      months: [1, 2],
      demand: 'low',
      note: { en: 'Interiors and coatings under a roof.', es: 'Interiores y recubrimientos bajo techo.' },
      sources: ['estimate'],
    },
  ],
  rhythms: [
    { key: 'two_weeks', name: { en: 'Every 2 weeks', es: 'Cada 2 semanas' }, everyDays: 14 },
    { key: 'four_weeks', name: { en: 'Every 4 weeks', es: 'Cada 4 semanas' }, everyDays: 28 },
    { key: 'quarterly', name: { en: 'Every 3 months', es: 'Cada 3 meses' }, everyDays: 91 },
    {
      key: 'coating_check',
      name: { en: 'Coating check, every 6 months', es: 'Revisión del recubrimiento, cada 6 meses' },
      everyDays: 182,
    },
  ],
};
