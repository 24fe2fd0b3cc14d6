/** A range of minutes since the epoch, end excluded. */
export interface MinuteRange {
  readonly startsAtMinute: number;
  readonly endsAtMinute: number;
}

/** Disjoint and sorted ranges in which no work may start; `from` included, `to` excluded. */
export interface BlockedStarts {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** What one job needs: the work itself, then a buffer that must be free of other jobs. */
export interface JobLength {
  readonly durationMinutes: number;
  readonly bufferMinutes: number;
}

/**
 * Turns what a resource is busy with into the starts it forbids. Another booking must not touch work or buffer; time
 * off must not touch the work, but the way home may run into it.
 */
export function blockStarts(
  busy: readonly MinuteRange[],
  timeOff: readonly MinuteRange[],
  job: JobLength,
): BlockedStarts {
  const occupiedMinutes = job.durationMinutes + job.bufferMinutes;
  const ranges: [number, number][] = [];
  for (const range of busy) ranges.push([range.startsAtMinute - occupiedMinutes + 1, range.endsAtMinute]);
  for (const range of timeOff)
    ranges.push([range.startsAtMinute - job.durationMinutes + 1, range.endsAtMinute]);
  return merge(ranges.sort((a, b) => a[0] - b[0]));
}

/** The free ones of sorted starts, in one sweep over both lists. */
export function freeStarts(starts: readonly number[], blocked: BlockedStarts): number[] {
  const free: number[] = [];
  let index = 0;
  for (const start of starts) {
    while (index < blocked.to.length && (blocked.to[index] ?? 0) <= start) index += 1;
    const from = blocked.from[index];
    if (from === undefined || start < from) free.push(start);
  }
  return free;
}

function merge(sorted: readonly [number, number][]): BlockedStarts {
  const from: number[] = [];
  const to: number[] = [];
  for (const [start, end] of sorted) {
    const last = to.length - 1;
    const lastEnd = to[last];
    if (lastEnd !== undefined && start <= lastEnd) {
      if (end > lastEnd) to[last] = end;
    } else {
      from.push(start);
      to.push(end);
    }
  }
  return { from, to };
}
