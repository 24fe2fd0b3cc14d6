import { describe, expect, test } from 'vitest';
import { getPack, Pack, packs, Setting } from './index.ts';
import { settingsIn } from './words.rules.ts';

/** Every string in a value, with the path it stands at. */
function strings(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, at) => strings(item, `${path}[${at}]`));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => strings(item, `${path}.${key}`));
  }
  return [];
}

/** Every list of source keys in a pack. */
function sourceLists(value: unknown, key = ''): string[][] {
  if (Array.isArray(value)) {
    if (key === 'sources') return [value.map(String)];
    return value.flatMap((item) => sourceLists(item));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, item]) => sourceLists(item, name));
  }
  return [];
}

const unique = (keys: readonly string[]) => new Set(keys).size === keys.length;

describe.each(packs.map((pack) => [pack.id, pack] as const))('the pack %s', (_id, pack) => {
  test('keeps to the schema, strictly', () => {
    expect(Pack.parse(pack)).toEqual(pack);
    expect(Pack.safeParse({ ...pack, extra: 1 }).success).toBe(false);
  });

  test('names a source that exists, or says estimate, for every figure', () => {
    const known = new Set([...Object.keys(pack.sources), 'estimate']);
    const { sources: _table, ...rest } = pack;
    const lists = sourceLists(rest);
    expect(lists.length).toBeGreaterThan(pack.services.length * 2);
    expect(lists.flat().filter((key) => !known.has(key))).toEqual([]);
    expect(Object.keys(pack.sources).filter((key) => !lists.flat().includes(key))).toEqual([]);
  });

  test('suggests only prices and durations within the researched ranges', () => {
    for (const service of pack.services) {
      for (const price of Object.values(service.prices)) {
        expect(price.suggestedCents, service.key).toBeGreaterThanOrEqual(service.priceRange.minCents);
        expect(price.suggestedCents, service.key).toBeLessThanOrEqual(service.priceRange.maxCents);
        expect(price.durationMinutes, service.key).toBeGreaterThanOrEqual(service.durationRange.minMinutes);
        expect(price.durationMinutes, service.key).toBeLessThanOrEqual(service.durationRange.maxMinutes);
      }
    }
    for (const addOn of pack.addOns) {
      expect(addOn.suggestedCents, addOn.key).toBeGreaterThanOrEqual(addOn.priceRange.minCents);
      expect(addOn.suggestedCents, addOn.key).toBeLessThanOrEqual(addOn.priceRange.maxCents);
    }
  });

  test('has a price for every class in every service, and no key that points nowhere', () => {
    const classKeys = pack.assetClasses.map((item) => item.key);
    const serviceKeys = pack.services.map((item) => item.key);
    const addOnKeys = pack.addOns.map((item) => item.key);
    const categories = pack.categories.map((item) => item.key);
    for (const keys of [classKeys, serviceKeys, addOnKeys, categories]) expect(unique(keys)).toBe(true);
    for (const service of pack.services) {
      expect(Object.keys(service.prices)).toEqual(classKeys);
      expect(categories).toContain(service.category);
    }
    for (const item of [...pack.addOns, ...pack.intake]) {
      for (const key of item.services ?? []) expect(serviceKeys).toContain(key);
    }
    for (const { service, offer } of pack.upsells) {
      expect(serviceKeys).toContain(service);
      expect(offer.kind === 'add_on' ? addOnKeys : serviceKeys).toContain(offer.key);
    }
    expect(serviceKeys).toContain(pack.site.visitService);
    expect(unique(pack.faqs.map((faq) => faq.key))).toBe(true);
  });

  test('has no exclamation mark and no curly quote in any text', () => {
    expect(strings(pack).filter(({ text }) => /[!¡“”‘’]/.test(text))).toEqual([]);
  });

  test('leaves policies to the tenant: each placeholder is a known setting, and no answer states a fee, a term or a guarantee', () => {
    const policyWords =
      /\$|no charge|free of charge|\bfree\b|refund|deposit|guarantee|insured|warranty|24 hours|contract is|gratis|reembolso|garantía/i;
    for (const faq of pack.faqs) {
      for (const { text } of strings(faq.answer)) {
        expect(settingsIn(text).filter((name) => !Setting.safeParse(name).success)).toEqual([]);
        expect(text.replace(/\{[A-Za-z]+\}/g, ''), faq.key).not.toMatch(policyWords);
      }
    }
  });

  test('names no class by a word that also names another', () => {
    const words = pack.assetClasses.flatMap((item) => item.words);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  test('names no service by a word that also names another', () => {
    const words = pack.services.flatMap((item) => item.words);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});

test('a pack is found by its id, and a trade without one is undefined', () => {
  expect(getPack('detailing')?.tradeName.en).toBe('Auto detailing');
  expect(getPack('lawn-care')?.tradeName.es).toBe('Cuidado de jardines');
  expect(getPack('moving-help')).toBeUndefined();
});
