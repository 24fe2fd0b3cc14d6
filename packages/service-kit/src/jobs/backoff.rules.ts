/** After this many failures a message is dead. */
export const maxFailures = 5;

const firstPauseMs = 1_000;
const growth = 4;
const longestPauseMs = 300_000;

/** How long to wait after the nth failure (n from 1): full jitter, so that what failed together does not come back together. */
export function pauseAfterFailure(failures: number, random: () => number): number {
  const most = Math.min(longestPauseMs, firstPauseMs * growth ** (failures - 1));
  return Math.round(random() * most);
}
