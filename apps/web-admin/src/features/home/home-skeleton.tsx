import { Skeleton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import styles from './home.module.css';

/** The page's own shapes and heights; shows only after 150 ms, so that a fast answer does not flash. */
export function HomeSkeleton() {
  const t = useTranslations('state');
  return (
    <div className={`${styles.home} ${styles.skeleton}`} role="status" aria-label={t('loading')}>
      <Skeleton height={95} radius={10} />
      <div className={styles.columns}>
        <Skeleton height={520} radius={10} />
        <Skeleton height={320} radius={10} />
      </div>
    </div>
  );
}
