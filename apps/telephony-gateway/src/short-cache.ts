/**
 * Remembers what was looked up for a short while, so that a burst of webhooks asks once. Bounded: the oldest entry goes
 * first. Failures are not remembered.
 */
export interface ShortCache<V> {
  get(key: string, load: () => Promise<V>): Promise<V>;
  forget(key: string): void;
}

export function createShortCache<V>(options: {
  seconds: number;
  most: number;
  now: () => number;
}): ShortCache<V> {
  const entries = new Map<string, { until: number; value: Promise<V> }>();
  return {
    get(key, load) {
      const known = entries.get(key);
      if (known && known.until > options.now()) return known.value;
      const value = load();
      entries.delete(key);
      entries.set(key, { until: options.now() + options.seconds * 1_000, value });
      if (entries.size > options.most) entries.delete(entries.keys().next().value ?? '');
      value.catch(() => entries.delete(key));
      return value;
    },
    forget: (key) => {
      entries.delete(key);
    },
  };
}
