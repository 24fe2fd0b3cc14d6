/** A day shows at most this many times at once. */
const most = 8;

/**
 * The times a long day shows at first: those on the full hour, thinned evenly where even they are too many. The chosen
 * one is always among them; a short day is shown whole.
 */
export function fewStarts(
  starts: readonly number[],
  chosen: number | null,
  isFullHour: (start: number) => boolean,
): number[] {
  if (starts.length <= most) return [...starts];
  const onHour = starts.filter(isFullHour);
  const from = onHour.length > 0 ? onHour : starts;
  const every = Math.ceil(from.length / most);
  const few = new Set(from.filter((_, index) => index % every === 0));
  return starts.filter((start) => few.has(start) || start === chosen);
}
