import styles from './parts.module.css';

export type Tone = 'a' | 'b' | 'c' | 'd' | 'e' | 'n';

const resourceTones = ['a', 'b', 'c', 'd'] as const;

/** People take the four tints in order; a bay or a van stays neutral. */
export function resourceTone(kind: string, index: number): Tone {
  if (kind === 'bay' || kind === 'van') return 'n';
  return resourceTones[index % resourceTones.length] ?? 'n';
}

export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  const first = words[0]?.match(/\p{L}/u)?.[0] ?? '';
  const last =
    words.length > 1 ? (words.at(-1)?.match(/\p{L}/u)?.[0] ?? '') : (words[0]?.match(/\p{L}/gu)?.[1] ?? '');
  return `${first}${last}`.toUpperCase();
}

/** Decoration: the name always stands beside it. */
export function Avatar({ name, tone, size }: { name: string; tone: Tone; size: number }) {
  return (
    <span className={`${styles.avatar} ${styles[tone]}`} style={{ '--s': `${size}px` }} aria-hidden="true">
      {initialsOf(name) || '#'}
    </span>
  );
}
