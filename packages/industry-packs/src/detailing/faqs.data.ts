import type { PackFaq } from '../pack.schema.ts';

/** Trade knowledge in the pack; anything that is a business's own rule stands as a `{setting}`. */
export const faqs: PackFaq[] = [
  {
    key: 'water_power',
    question: { en: 'Do you need my water or power?', es: '¿Necesitan mi agua o mi electricidad?' },
    answer: { en: '{waterAndPower}', es: '{waterAndPower}' },
  },
  {
    key: 'how_long',
    question: { en: 'How long does it take?', es: '¿Cuánto tarda?' },
    answer: {
      en: 'It depends on the service and the size of the vehicle. A large SUV or van commonly takes 30 to 50 percent longer than a sedan. The time for yours is shown before you book.',
      es: 'Depende del servicio y del tamaño del vehículo. Una SUV grande o una van suele tardar de 30 a 50 por ciento más que un sedán. Verá el tiempo del suyo antes de reservar.',
    },
    sources: ['detail-6'],
  },
  {
    key: 'rain',
    question: { en: 'What if it rains?', es: '¿Y si llueve?' },
    answer: {
      en: 'Inside work can go on under a roof; wet paint cannot be polished or coated. {weatherPolicy}',
      es: 'El interior se puede hacer bajo techo; la pintura mojada no se puede pulir ni recubrir. {weatherPolicy}',
    },
  },
  {
    key: 'scratches',
    question: { en: 'Can you take out scratches?', es: '¿Pueden quitar rayones?' },
    answer: {
      en: 'Light swirls and scuffs can usually be polished. If a fingernail catches in it, the scratch is through the clear coat and someone has to look at it before we can say.',
      es: 'Los remolinos y roces ligeros por lo general se pulen. Si la uña se atora, el rayón pasó el barniz y alguien tiene que verlo antes de decirle algo.',
    },
  },
  {
    key: 'ceramic_worth',
    question: { en: 'Is a ceramic coating worth it?', es: '¿Vale la pena el recubrimiento cerámico?' },
    answer: {
      en: 'It makes washing easier and slows fading and staining. It does not stop stone chips, and it seals in what is under it, so defects are polished out first.',
      es: 'Facilita el lavado y retrasa la decoloración y las manchas. No evita golpes de piedra, y sella lo que queda debajo, por eso primero se pulen los defectos.',
    },
  },
  {
    key: 'be_home',
    question: { en: 'Do I have to be there?', es: '¿Tengo que estar presente?' },
    answer: {
      en: 'We need to get into the vehicle and have room to open all its doors. {keyHandling}',
      es: 'Necesitamos abrir el vehículo y espacio para todas sus puertas. {keyHandling}',
    },
  },
  {
    key: 'prepare',
    question: { en: 'What should I do before you come?', es: '¿Qué hago antes de que lleguen?' },
    answer: {
      en: "Take out what you want to keep at hand, child seats too, and leave about an arm's length around the vehicle.",
      es: 'Saque lo que quiera tener a la mano, también las sillas de niño, y deje como un brazo de espacio alrededor.',
    },
  },
  {
    key: 'area',
    question: { en: 'Where do you go?', es: '¿A qué zonas van?' },
    answer: { en: '{serviceArea}', es: '{serviceArea}' },
  },
  {
    key: 'pay',
    question: { en: 'How do I pay?', es: '¿Cómo pago?' },
    answer: { en: '{paymentMethods}', es: '{paymentMethods}' },
  },
  {
    key: 'cancel',
    question: { en: 'What if I need to change the day?', es: '¿Y si tengo que cambiar el día?' },
    answer: { en: '{cancelPolicy}', es: '{cancelPolicy}' },
  },
];
