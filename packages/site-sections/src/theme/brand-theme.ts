import type { Oklch } from 'culori';
import {
  buttonPair,
  contrast,
  EDGE_CONTRAST,
  hexOf,
  oklchOf,
  readableOn,
  shade,
  TEXT_CONTRAST,
} from './contrast.rules.ts';

/** Every token a template may use. Names are the CSS custom properties without their dashes. */
export const tokenNames = [
  'brand',
  'on-brand',
  'brand-text',
  'brand-edge',
  'brand-fill',
  'on-fill',
  'brand-deep',
  'brand-lift',
  'tint',
  'surface',
  'raised',
  'ink',
  'mute',
  'line',
  'control',
  'ground',
  'ground-raised',
  'ground-line',
  'ground-mute',
  'paper',
  'paint-night',
  'paint-shade',
  'paint-body',
  'paint-bright',
  'paint-shine',
  'paint-gleam',
] as const;
export type TokenName = (typeof tokenNames)[number];

export type BrandTheme = {
  /** The tenant's colour as given. */
  brandColor: string;
  tokens: Readonly<Record<TokenName, string>>;
  /** True where the button's fill had to be darkened: the editor says so. */
  isFillCorrected: boolean;
};

/**
 * Makes a whole theme of one colour. Corrections never change the hue: lightness first, chroma where sRGB ends.
 * @param brandColor `#rrggbb`; anything else throws.
 */
export function brandTheme(brandColor: string): BrandTheme {
  const given = brandColor.toLowerCase();
  const brand = oklchOf(given);
  const ink = hexOf(shade(brand, 0.19, 0.04));
  const light = lightTokens(brand);
  const dark = darkTokens(brand);
  const button = buttonPair(brand, ink);
  return {
    brandColor: given,
    tokens: {
      brand: given,
      'on-brand': onBrand(given, ink),
      'brand-fill': button.fill,
      'on-fill': button.on,
      'brand-deep': hexOf(shade(brand, 0.26, 0.7)),
      ink,
      ...light,
      ...dark,
      ...paintTokens(brand),
    },
    isFillCorrected: button.fill !== given,
  };
}

/** The better of ink and white, though neither may reach 4.5:1: for large text and marks only. */
function onBrand(brand: string, ink: string): string {
  return contrast('#ffffff', brand) >= contrast(ink, brand) ? '#ffffff' : ink;
}

function lightTokens(brand: Oklch) {
  const surface = hexOf(shade(brand, 0.98, 0.015));
  const tint = hexOf(shade(brand, 0.95, 0.12));
  const paper = hexOf(shade(brand, 0.964, 0.025));
  const grounds = [surface, tint, paper];
  return {
    surface,
    raised: '#ffffff',
    tint,
    paper,
    'brand-text': readableOn(brand, grounds, TEXT_CONTRAST),
    'brand-edge': readableOn(brand, grounds, EDGE_CONTRAST),
    mute: readableOn(shade(brand, 0.52, 0.09), grounds, TEXT_CONTRAST),
    line: hexOf(shade(brand, 0.878, 0.05)),
    control: readableOn(shade(brand, 0.644, 0.08), grounds, EDGE_CONTRAST),
  };
}

function darkTokens(brand: Oklch) {
  const ground = hexOf(shade(brand, 0.154, 0.03));
  const raised = hexOf(shade(brand, 0.2, 0.04));
  const grounds = [ground, raised];
  return {
    ground,
    'ground-raised': raised,
    'ground-line': hexOf(shade(brand, 0.303, 0.07)),
    'ground-mute': readableOn(shade(brand, 0.74, 0.07), grounds, TEXT_CONTRAST),
    'brand-lift': readableOn(shade(brand, Math.max(0.71, brand.l), 0.92), grounds, TEXT_CONTRAST),
  };
}

/** Wet bodywork: a ramp from night to gleam. Pale brands are capped, so that white words still read on the paint. */
function paintTokens(brand: Oklch) {
  const base = Math.min(0.7, Math.max(0.3, brand.l));
  const towardsLight = (share: number) => base + (1 - base) * share;
  return {
    'paint-night': hexOf(shade(brand, 0.18, 0.3)),
    'paint-shade': hexOf(shade(brand, base * 0.6, 0.6)),
    'paint-body': hexOf(shade(brand, base * 0.94, 0.95)),
    'paint-bright': hexOf(shade(brand, towardsLight(0.14), 1.1)),
    'paint-shine': hexOf(shade(brand, towardsLight(0.5), 0.7)),
    'paint-gleam': hexOf(shade(brand, towardsLight(0.8), 0.24)),
  };
}

/** The theme as one CSS rule. Every value is a hex colour made here, so nothing a tenant typed gets into the style. */
export function themeCss(theme: BrandTheme, selector = ':root'): string {
  const lines = tokenNames.map((name) => `--${name}:${theme.tokens[name]}`);
  return `${selector}{${lines.join(';')}}`;
}
