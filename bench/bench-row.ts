import { z } from 'zod';

/** One line of the table that `npm run bench` prints. */
export const BenchRow = z.strictObject({
  name: z.string(),
  /** Median or percentile of ours, in `unit`. */
  value: z.number(),
  unit: z.string(),
  /** What it is measured against in the same run, in the same unit; null where the goal is absolute. */
  floor: z.number().nullable(),
  /** How ours stands to the floor, greater is better; null where the goal is absolute. */
  ratio: z.number().nullable(),
  goal: z.string(),
  holds: z.boolean(),
});
export type BenchRow = Readonly<z.infer<typeof BenchRow>>;

/** The value below which the given share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Ours and the floor in one round, right after one another. */
export interface Pair {
  readonly ours: number;
  readonly floor: number;
}

/**
 * Runs ours and the floor in turns, the first of a round being the second of the next, so that neither gets the quieter
 * machine. `warmUps` rounds before are not counted.
 */
export async function alternate(
  rounds: number,
  ours: () => Promise<number>,
  floor: () => Promise<number>,
  warmUps = 1,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    const isOursFirst = round % 2 === 0;
    const first = await (isOursFirst ? ours() : floor());
    const second = await (isOursFirst ? floor() : ours());
    if (round < 0) continue;
    pairs.push(isOursFirst ? { ours: first, floor: second } : { ours: second, floor: first });
  }
  return pairs;
}

/** A row of rates, where more is better. The ratio is the median of the rounds' own, because other work on the machine comes and goes. */
export function rateRow(name: string, unit: string, pairs: readonly Pair[], atLeast: number): BenchRow {
  const ratio = percentile(
    pairs.map((pair) => pair.ours / pair.floor),
    0.5,
  );
  return {
    name,
    value: percentile(
      pairs.map((pair) => pair.ours),
      0.5,
    ),
    unit,
    floor: percentile(
      pairs.map((pair) => pair.floor),
      0.5,
    ),
    ratio,
    goal: `≥ ${atLeast}× the floor`,
    holds: ratio >= atLeast,
  };
}

/** A row with a bound of its own, where less is better. */
export function boundRow(name: string, unit: string, value: number, atMost: number): BenchRow {
  const goal = `≤ ${atMost.toLocaleString('en-US')} ${unit}`;
  return { name, value, unit, floor: null, ratio: null, goal, holds: value <= atMost };
}
