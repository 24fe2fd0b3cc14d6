/** One line of the table that `npm run bench` prints. */
export interface BenchRow {
  readonly name: string;
  /** Median or percentile of ours, in `unit`. */
  readonly value: number;
  readonly unit: string;
  /** What it is measured against in the same run, in the same unit; null where the goal is absolute. */
  readonly floor: number | null;
  /** How ours stands to the floor, greater is better; null where the goal is absolute. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly holds: boolean;
}

/** The value below which the given share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
