import { seededRandom } from './seeded-random.ts';

type Bead = { x: number; y: number; radius: number };

/** Up to this radius a bead is a drop: too small for a picture of its own. */
const smallest = 5;
const dropRadii = [2.2, 2.8, 3.8, smallest];
const width = 1280;
const height = 800;

/**
 * Wet bodywork in the brand's paint, with water standing on it: the inside of an SVG of viewBox 0 0 1280 800.
 * The same beads every time; colours come from the theme's custom properties. Numbers only, so it is safe as markup.
 */
export function paintScene(): string {
  const random = seededRandom(7);
  const all = placeBeads(random);
  const beads = all.filter((bead) => bead.radius > smallest);
  const drops = all.filter((bead) => bead.radius <= smallest);
  const water = `${drawDrops(drops)}${beads.map((bead) => drawBead(bead, random)).join('')}`;
  return `${defs}${panels}${water}<rect width="1280" height="150" fill="url(#gp-top)"/><rect y="330" width="1280" height="470" fill="url(#gp-foot)"/>`;
}

/** Throws beads at the panel and keeps those that touch no other; calmer where the words and the crease are. */
function placeBeads(random: () => number): Bead[] {
  const beads: Bead[] = [];
  for (let tries = 0; tries < 5_200 && beads.length < 430; tries += 1) {
    const y = random() * (height + 20);
    const x = random() * (width + 20) - 10;
    const nearness = 1 - Math.abs((x - 900) / 1_100);
    let radius = 2 + random() ** 3.2 * 34 * (0.35 + nearness);
    if (x < 760 && y > 470) radius = Math.min(radius, 6) * 0.8;
    if (y < 90) radius *= 0.45;
    if (Math.abs(y - (300 - 0.12 * x)) < 26) radius = Math.min(radius, 5);
    const isFree = beads.every((bead) => Math.hypot(bead.x - x, bead.y - y) >= bead.radius + radius + 2.5);
    if (isFree) beads.push({ x, y, radius });
  }
  return beads;
}

function drawBead({ x, y, radius }: Bead, random: () => number): string {
  const squash = 0.86 + random() * 0.1;
  const scale = `${radius.toFixed(1)} ${(radius * squash).toFixed(1)}`;
  return `<use href="#gp-bead" transform="translate(${x.toFixed()} ${y.toFixed()})scale(${scale})"/>`;
}

/** Drops are dots of a few sizes, one path for each: shadow, water and glint are the same path drawn thrice. */
function drawDrops(drops: readonly Bead[]): string {
  return dropRadii
    .map((radius, index) => {
      const least = dropRadii[index - 1] ?? 0;
      const dots = drops
        .filter((drop) => drop.radius > least && drop.radius <= radius)
        .map((drop) => `M${drop.x.toFixed()} ${drop.y.toFixed()}h0`)
        .join('');
      const id = `gp-drops-${index}`;
      const layer = (color: string, width: number, shift: string, opacity = 1) =>
        `<use href="#${id}" stroke="${color}" stroke-width="${width.toFixed(1)}" opacity="${opacity}" transform="translate(${shift})"/>`;
      const shadow = layer('var(--paint-night)', radius * 2.1, '.5 .9', 0.55);
      const rim = layer('color-mix(in oklch,var(--paint-night),var(--paint-body) 55%)', radius * 2, '0');
      const water = layer('var(--paint-body)', radius * 1.5, `0 ${(radius * 0.22).toFixed(1)}`);
      const glint = layer(
        'var(--paint-gleam)',
        radius * 0.5,
        `${(-radius * 0.25).toFixed(1)} ${(-radius * 0.35).toFixed(1)}`,
      );
      return `<defs><path id="${id}" d="${dots}"/></defs><g stroke-linecap="round">${shadow}${rim}${water}${glint}</g>`;
    })
    .join('');
}

const defs = `<defs>
<linearGradient id="gp-body" x1="0" y1="0" x2=".25" y2="1"><stop stop-color="var(--paint-night)"/><stop offset=".26" stop-color="color-mix(in oklch,var(--paint-shade),var(--paint-body) 40%)"/><stop offset=".375" stop-color="var(--paint-bright)"/><stop offset=".4" stop-color="color-mix(in oklch,var(--paint-shade),var(--paint-body) 55%)"/><stop offset=".62" stop-color="var(--paint-body)"/><stop offset=".8" stop-color="var(--paint-shade)"/><stop offset="1" stop-color="var(--paint-night)"/></linearGradient>
<radialGradient id="gp-water" cx=".5" cy=".75" r=".75"><stop stop-color="color-mix(in oklch,var(--paint-bright),var(--paint-shine) 30%)"/><stop offset=".45" stop-color="var(--paint-body)"/><stop offset="1" stop-color="color-mix(in oklch,var(--paint-night),var(--paint-shade) 45%)"/></radialGradient>
<linearGradient id="gp-foot" x1="0" y1="0" x2="0" y2="1"><stop stop-color="var(--ground)" stop-opacity="0"/><stop offset="1" stop-color="var(--ground)" stop-opacity=".94"/></linearGradient>
<linearGradient id="gp-top" x1="0" y1="0" x2="0" y2="1"><stop stop-color="var(--ground)" stop-opacity=".7"/><stop offset="1" stop-color="var(--ground)" stop-opacity="0"/></linearGradient>
<filter id="gp-soft"><feGaussianBlur stdDeviation="16"/></filter><filter id="gp-near"><feGaussianBlur stdDeviation="3"/></filter>
<g id="gp-bead"><ellipse cx=".14" cy=".24" rx="1.04" ry="1.02" fill="var(--paint-night)" opacity=".55"/><circle r="1" fill="url(#gp-water)"/><path d="M-.6 .42Q0 1.02 .6 .42Q0 .66-.6 .42" fill="var(--paint-shine)" opacity=".75"/><ellipse cx="-.3" cy="-.42" rx=".24" ry=".15" fill="#fff" transform="rotate(-28 -.3 -.42)"/></g>
</defs>`;

const panels = `<rect width="1280" height="800" fill="url(#gp-body)"/>
<g filter="url(#gp-soft)"><path d="M-40 238C300 120 760 40 1340 70V20C800-20 250 60-40 170Z" fill="var(--paint-shine)" opacity=".55"/><path d="M420 900C640 560 900 420 1340 360V520C1000 560 800 700 690 900Z" fill="var(--paint-bright)" opacity=".5"/><path d="M-40 560C200 470 420 430 700 470C400 520 200 620-40 760Z" fill="var(--paint-night)" opacity=".6"/></g>
<g filter="url(#gp-near)" fill="none"><path d="M-20 322C380 214 820 150 1310 150" stroke="var(--paint-gleam)" stroke-width="4" opacity=".85"/><path d="M-20 338C380 232 820 168 1310 170" stroke="var(--paint-night)" stroke-width="12" opacity=".7"/></g>`;
