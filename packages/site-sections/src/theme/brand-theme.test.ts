import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brandTheme, type TokenName, themeCss, tokenNames } from './brand-theme.ts';
import { contrast, oklchOf } from './contrast.rules.ts';

const anyBrand = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const runs = { numRuns: 2_000 };

const textPairs: [text: TokenName, ground: TokenName][] = [
  ['brand-text', 'surface'],
  ['brand-text', 'tint'],
  ['brand-text', 'paper'],
  ['brand-text', 'raised'],
  ['mute', 'surface'],
  ['mute', 'tint'],
  ['mute', 'paper'],
  ['ink', 'surface'],
  ['ink', 'tint'],
  ['ink', 'paper'],
  ['on-fill', 'brand-fill'],
  ['paper', 'ground'],
  ['paper', 'ground-raised'],
  ['paper', 'brand-deep'],
  ['brand-lift', 'ground'],
  ['brand-lift', 'ground-raised'],
  ['ground-mute', 'ground'],
  ['ground-mute', 'ground-raised'],
];

describe('a brand theme', () => {
  test.each(textPairs)('%s reads on %s at 4.5:1, whatever the brand', (text, ground) => {
    fc.assert(
      fc.property(anyBrand, (brand) => {
        const { tokens } = brandTheme(brand);
        expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5);
      }),
      runs,
    );
  });

  test.each<[TokenName, TokenName]>([
    ['brand-edge', 'surface'],
    ['control', 'surface'],
    ['control', 'raised'],
  ])('%s stands out from %s at 3:1', (edge, ground) => {
    fc.assert(
      fc.property(anyBrand, (brand) => {
        const { tokens } = brandTheme(brand);
        expect(contrast(tokens[edge], tokens[ground])).toBeGreaterThanOrEqual(3);
      }),
      runs,
    );
  });

  test('a correction keeps the hue', () => {
    const corrected: TokenName[] = [
      'brand-text',
      'brand-fill',
      'brand-edge',
      'brand-deep',
      'brand-lift',
      'paint-body',
    ];
    fc.assert(
      fc.property(anyBrand, (brand) => {
        const theme = brandTheme(brand);
        const hue = oklchOf(brand).h ?? 0;
        for (const name of corrected) {
          const token = oklchOf(theme.tokens[name]);
          // Below this chroma a step of one in sRGB turns the hue by more than the tolerance: it is grey to the eye.
          if (token.c < 0.04) continue;
          expect(hueDistance(token.h ?? 0, hue), `${name} of ${brand}`).toBeLessThan(3);
        }
      }),
      runs,
    );
  });

  test('the fill stays pure where ink or white reads on it, and says when it was corrected', () => {
    fc.assert(
      fc.property(anyBrand, (brand) => {
        const theme = brandTheme(brand);
        expect(theme.isFillCorrected).toBe(theme.tokens['brand-fill'] !== brand);
      }),
      runs,
    );
    expect(brandTheme('#c1121f').isFillCorrected).toBe(false);
    expect(brandTheme('#e5b400').tokens['on-fill']).not.toBe('#ffffff');
  });

  test('yellow is never text on white: its text twin is darker and of the same hue', () => {
    const theme = brandTheme('#ffd60a');
    expect(contrast('#ffd60a', '#ffffff')).toBeLessThan(3);
    expect(contrast(theme.tokens['brand-text'], '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });

  test('only a hex colour goes in, and only hex colours come out', () => {
    for (const bad of ['red', '#fff', '#c1121f;}', 'url(x)', '']) expect(() => brandTheme(bad)).toThrow();
    expect(themeCss(brandTheme('#C1121F'))).toMatch(/^:root\{(--[a-z-]+:#[0-9a-f]{6};?)+\}$/);
    expect(tokenNames.every((name) => themeCss(brandTheme('#c1121f')).includes(`--${name}:`))).toBe(true);
  });
});

function hueDistance(one: number, other: number): number {
  const apart = Math.abs(one - other) % 360;
  return Math.min(apart, 360 - apart);
}
