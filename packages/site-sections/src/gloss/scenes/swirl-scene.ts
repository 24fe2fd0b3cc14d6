import { seededRandom } from './seeded-random.ts';

const arcs = 340;
/** Arcs are drawn in a few strokes of equal weight rather than one by one: a tenth of the bytes. */
const weights = [0.1, 0.2, 0.32, 0.46, 0.6];

/** The lamp on corrected paint: the inside of an SVG of viewBox 0 0 640 560. */
export function lampScene(): string {
  return `<defs><radialGradient id="gs-lamp" cx=".5" cy=".446" r=".62"><stop stop-color="#fff"/><stop offset=".05" stop-color="color-mix(in oklch,var(--paint-gleam),var(--paint-shine) 40%)"/><stop offset=".16" stop-color="color-mix(in oklch,var(--paint-body),var(--paint-bright) 60%)"/><stop offset=".5" stop-color="var(--paint-shade)"/><stop offset="1" stop-color="var(--paint-night)"/></radialGradient></defs><rect width="640" height="560" fill="url(#gs-lamp)"/>`;
}

/** The swirls that the lamp shows before: same viewBox, laid over the lamp. */
export function swirlScene(): string {
  const random = seededRandom(11);
  const strokes = weights.map(() => '');
  for (let index = 0; index < arcs; index += 1) {
    const radius = 14 + random() * 330;
    const from = random() * 6.28;
    const sweep = 0.1 + random() * 0.5;
    const weight = Math.max(0.08, 0.75 - radius / 420) * random();
    const bucket = weights.findIndex((limit) => weight <= limit);
    const at = bucket === -1 ? weights.length - 1 : bucket;
    strokes[at] += arc(radius, from, from + sweep);
  }
  const paths = strokes.map(
    (d, index) =>
      `<path d="${d}" opacity="${weights[index]}" stroke-width="${(0.6 + index * 0.15).toFixed(2)}"/>`,
  );
  return `<g fill="none" stroke="var(--paint-gleam)">${paths.join('')}</g>`;
}

function arc(radius: number, from: number, to: number): string {
  const point = (angle: number) =>
    `${(320 + radius * Math.cos(angle)).toFixed()} ${(250 + radius * Math.sin(angle)).toFixed()}`;
  return `M${point(from)}A${radius.toFixed()} ${radius.toFixed()} 0 0 1 ${point(to)}`;
}
