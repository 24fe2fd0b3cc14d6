/**
 * The order a list keeps while a pointer is on it, so that no row moves away under the hand: rows that were shown stay
 * where they were (with their newest content), rows that are gone go, and new ones wait.
 */
export function heldOrder<Row extends { id: string }>(
  shownIds: readonly string[],
  newest: readonly Row[],
): Row[] {
  const byId = new Map(newest.map((row) => [row.id, row]));
  return shownIds.flatMap((id) => byId.get(id) ?? []);
}

/** How many rows would be new at the top, or move up, if the list were not held. */
export function heldBack<Row extends { id: string }>(
  shownIds: readonly string[],
  newest: readonly Row[],
): number {
  const rankShown = new Map(shownIds.map((id, index) => [id, index]));
  let lowest = -1;
  let count = 0;
  for (const row of newest) {
    const rank = rankShown.get(row.id);
    if (rank === undefined) count += lowest < shownIds.length - 1 ? 1 : 0;
    else if (rank < lowest) continue;
    else {
      const skipped = shownIds.slice(lowest + 1, rank).some((id) => newest.some((one) => one.id === id));
      if (skipped) count += 1;
      else lowest = rank;
    }
  }
  return count;
}
