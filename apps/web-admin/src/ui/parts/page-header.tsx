import type { ReactNode } from 'react';
import styles from './parts.module.css';

export function PageHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className={styles.top}>
      <h1>{title}</h1>
      {children}
    </header>
  );
}
