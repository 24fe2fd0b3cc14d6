import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useProblemWords } from '../../api/problem-words.ts';
import styles from './parts.module.css';

/** One drawing, one sentence on what it is for, what to do next. */
export function EmptyState(props: { drawing: ReactNode; title: string; text: string; children?: ReactNode }) {
  return (
    <div className={styles.state}>
      {props.drawing}
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      {props.children && <div className={styles.stateActions}>{props.children}</div>}
    </div>
  );
}

/** What went wrong, in words, and a way on. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations('state');
  const words = useProblemWords();
  return (
    <div className={styles.state} role="alert">
      <IconAlertTriangle size={28} stroke={1.5} color="var(--danger-text)" />
      <h2>{t('loadFailed')}</h2>
      <p>{words(error)}</p>
      <div className={styles.stateActions}>
        <Button onClick={onRetry}>{t('tryAgain')}</Button>
      </div>
    </div>
  );
}
