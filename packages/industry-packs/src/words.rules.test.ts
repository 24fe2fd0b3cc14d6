import { expect, test } from 'vitest';
import { fillFaq, fillText, getPack, siteContentIn, textIn } from './index.ts';

test('a text without Spanish falls back to English', () => {
  expect(textIn({ en: 'Wash' }, 'es')).toBe('Wash');
  expect(textIn({ en: 'Wash', es: 'Lavado' }, 'es')).toBe('Lavado');
});

test('an answer whose setting the tenant has not filled is not given', () => {
  const faq = getPack('detailing')?.faqs.find((item) => item.key === 'rain');
  if (faq === undefined) throw new Error('the answer about rain is missing');
  expect(fillFaq(faq, {}, 'en')).toBeNull();
  expect(fillFaq(faq, { weatherPolicy: '  ' }, 'en')).toBeNull();
  expect(fillFaq(faq, { weatherPolicy: 'We call you.' }, 'en')?.answer).toMatch(/coated\. We call you\.$/);
});

test('a name that is not a setting is never filled, not even by what every object has', () => {
  expect(fillText('{constructor}', {})).toBeNull();
  expect(fillText('{phone} and $& {phone}', { phone: '$1' })).toBe('$1 and $& $1');
});

test("the site's starting words come in one language", () => {
  const pack = getPack('lawn-care');
  if (pack === undefined) throw new Error('the lawn pack is missing');
  expect(siteContentIn(pack.site, 'es').bookLabel).toBe('Reservar visita');
  expect(siteContentIn(pack.site, 'en').visitSteps).toHaveLength(pack.site.visitSteps.length);
});
