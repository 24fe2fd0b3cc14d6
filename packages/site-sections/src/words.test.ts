import { describe, expect, test } from 'vitest';
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import { languageOf } from './words.ts';

function flat(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  );
}

describe('the words of the sections', () => {
  test('every language has the same keys and the same arguments', () => {
    const argumentsOf = (text: string) => [...new Set(text.match(/\{\w+(?=[,}])/g))].sort();
    const spanish = new Map(flat(es));
    expect([...spanish.keys()].sort()).toEqual(
      flat(en)
        .map(([key]) => key)
        .sort(),
    );
    for (const [key, text] of flat(en))
      expect(argumentsOf(spanish.get(key) ?? ''), key).toEqual(argumentsOf(text));
  });

  test('has no exclamation marks, and tells nobody to reply CANCEL or END', () => {
    for (const [key, text] of [...flat(en), ...flat(es)])
      expect(text, key).not.toMatch(/[!¡]|\b(CANCEL|END)\b/);
  });

  test('falls back to English where there is no message file', () => {
    expect(languageOf('es-MX')).toBe('es');
    expect(languageOf('de-DE')).toBe('en');
  });
});
