import { clampChroma, converter, formatHex, type Oklch, wcagContrast } from 'culori';

const toOklch = converter('oklch');

/** 4.5:1, WCAG 2.2 SC 1.4.3; a little more, because hex rounds. */
export const TEXT_CONTRAST = 4.55;
/** 3:1, WCAG 2.2 SC 1.4.11: edges of controls, large text. */
export const EDGE_CONTRAST = 3.05;

/** Reads a hex colour as OKLCH; throws on anything else, because a theme has one input and it must be right. */
export function oklchOf(hex: string): Oklch {
  const color = /^#[0-9a-f]{6}$/i.test(hex) ? toOklch(hex) : undefined;
  if (color === undefined) throw new Error(`not a six-digit hex colour: ${hex}`);
  return color;
}

/** The nearest sRGB hex of the same hue: lightness stays, chroma gives way. */
export function hexOf(color: Oklch): string {
  const lightness = Math.min(1, Math.max(0, color.l));
  return formatHex(clampChroma({ ...color, l: lightness }, 'oklch'));
}

/** The colour with another lightness and a share of its chroma. */
export function shade(color: Oklch, lightness: number, chromaShare = 1): Oklch {
  return { ...color, l: lightness, c: color.c * chromaShare };
}

export function contrast(one: string, other: string): number {
  return wcagContrast(one, other);
}

/**
 * Moves a colour in lightness, away from the grounds, until it reads on every one of them.
 * Returns the first lightness that holds; black or white at the end, which always does on a sane ground.
 */
export function readableOn(color: Oklch, grounds: readonly string[], wanted: number): string {
  const isOnDark = grounds.every((ground) => contrast('#ffffff', ground) >= contrast('#000000', ground));
  const step = isOnDark ? 0.005 : -0.005;
  for (let lightness = color.l; lightness >= 0 && lightness <= 1; lightness += step) {
    const candidate = hexOf({ ...color, l: lightness });
    if (grounds.every((ground) => contrast(candidate, ground) >= wanted)) return candidate;
  }
  return isOnDark ? '#ffffff' : '#000000';
}

/** A fill and the ink on it that reads: the fill keeps its colour if it can, else it is darkened for white. */
export function buttonPair(brand: Oklch, ink: string): { fill: string; on: string } {
  const pure = hexOf(brand);
  const white = contrast('#ffffff', pure);
  const dark = contrast(ink, pure);
  if (Math.max(white, dark) >= TEXT_CONTRAST) return { fill: pure, on: white >= dark ? '#ffffff' : ink };
  return { fill: readableOn(brand, ['#ffffff'], TEXT_CONTRAST), on: '#ffffff' };
}
