/**
 * Lets a line through when the same line was not shown within the last while, so that a failing loop cannot flood the
 * terminal. Everything is in the log files.
 */
export function limitRepeats(
  show: (line: string) => void,
  now: () => number,
  quietMs = 10_000,
): (line: string) => void {
  const shownAt = new Map<string, number>();
  return (line) => {
    const key = line.replaceAll(/\d+/g, '#');
    const last = shownAt.get(key);
    if (last !== undefined && now() - last < quietMs) return;
    if (shownAt.size > 500) shownAt.clear();
    shownAt.set(key, now());
    show(line);
  };
}
