export const families = ['wash', 'interior', 'full', 'paint', 'coating', 'fleet'] as const;
export type Family = (typeof families)[number];

/**
 * A colour family for each kind of service. Kinds the palette knows keep their own; others take what is left in
 * alphabetical order, so that a colour does not change with the day's jobs.
 */
export function familiesOf(categories: Iterable<string>): Map<string, Family> {
  const names = [...new Set(categories)].sort();
  const known = new Map(
    names.flatMap((name) =>
      families.filter((family) => family === name).map((family) => [name, family] as const),
    ),
  );
  const taken = new Set(known.values());
  const free = families.filter((family) => !taken.has(family));
  let next = 0;
  for (const name of names) {
    if (known.has(name)) continue;
    const pool = free.length > 0 ? free : families;
    known.set(name, pool[next % pool.length] ?? 'wash');
    next += 1;
  }
  return known;
}

/** `full_detail` as the legend shows it: "Full detail". */
export function categoryLabel(category: string): string {
  const words = category.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
