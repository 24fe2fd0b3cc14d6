import type { ReactNode } from 'react';
import styles from './parts.module.css';

export type BadgeTone = 'neutral' | 'success' | 'warning' | 'danger' | 'accent' | 'line';

export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: BadgeTone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={`${styles.badge} ${tone === 'neutral' ? '' : styles[tone]}`}>
      {icon}
      {children}
    </span>
  );
}

export function Count({ value, label, tone }: { value: number; label: string; tone?: 'warning' }) {
  return (
    <span className={`${styles.count} ${tone === 'warning' ? styles.countWarning : ''}`}>
      <span aria-hidden="true">{value > 99 ? '99+' : value}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}

/** A key beside what it does: for the eye only, since the button or link says its name itself. */
export function KeyHint({ children, onAccent }: { children: ReactNode; onAccent?: boolean }) {
  return (
    <span className={`${styles.kbd} ${onAccent ? styles.kbdOn : ''}`} aria-hidden="true">
      {children}
    </span>
  );
}

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className={styles.kbd}>{children}</kbd>;
}
