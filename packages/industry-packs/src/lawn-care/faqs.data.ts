import type { PackFaq } from '../pack.schema.ts';

/** Trade knowledge in the pack; anything that is a business's own rule stands as a `{setting}`. */
export const faqs: PackFaq[] = [
  {
    key: 'be_home',
    question: { en: 'Do I need to be home?', es: '¿Tengo que estar en casa?' },
    answer: {
      en: 'Not as long as we can get to the grass: gate open or code given, pets inside.',
      es: 'No, mientras podamos llegar al pasto: reja abierta o código dado, mascotas adentro.',
    },
  },
  {
    key: 'rain',
    question: { en: 'What if it rains on my day?', es: '¿Y si llueve en mi día?' },
    answer: {
      en: 'Wet grass tears and ruts, so it is not cut in the rain. {weatherPolicy}',
      es: 'El pasto mojado se rasga y se marca, por eso no se corta con lluvia. {weatherPolicy}',
    },
  },
  {
    key: 'contract',
    question: { en: 'Is there a contract?', es: '¿Hay contrato?' },
    answer: { en: '{contractPolicy}', es: '{contractPolicy}' },
  },
  {
    key: 'first_cut',
    question: { en: 'Why does the first cut cost more?', es: '¿Por qué cuesta más el primer corte?' },
    answer: {
      en: 'Tall grass takes longer and wears the blades. A single visit commonly costs half as much again as one on a route, up to double.',
      es: 'El pasto alto tarda más y gasta las cuchillas. Una visita suelta suele costar de la mitad más hasta el doble que una de ruta.',
    },
    sources: ['lawn-1'],
  },
  {
    key: 'clippings',
    question: { en: 'Do you take the clippings?', es: '¿Se llevan el recorte?' },
    answer: {
      en: 'Short clippings feed the lawn as they break down. {clippingsPolicy}',
      es: 'El recorte corto alimenta el pasto al descomponerse. {clippingsPolicy}',
    },
  },
  {
    key: 'weeds',
    question: { en: 'Can you treat weeds?', es: '¿Pueden tratar la maleza?' },
    answer: {
      en: 'Weed killer may be applied for hire only with an applicator license. Ours: {applicatorLicense}',
      es: 'El herbicida por encargo solo se aplica con licencia. La nuestra: {applicatorLicense}',
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
    question: { en: 'Can I skip a visit?', es: '¿Puedo saltar una visita?' },
    answer: { en: '{cancelPolicy}', es: '{cancelPolicy}' },
  },
];
