import { Skeleton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import styles from './calendar.module.css';

export function TimelineSkeleton() {
  const t = useTranslations('state');
  return (
    <div className={styles.skeleton} role="status" aria-label={t('loading')}>
      {[0, 1, 2, 3].map((lane) => (
        <div key={lane} className={styles.skeletonLane}>
          <Skeleton height={28} width={28} circle />
          <Skeleton
            height={100}
            width={`${38 + ((lane * 17) % 40)}%`}
            radius={7}
            ml={`${(lane * 13) % 30}%`}
          />
        </div>
      ))}
    </div>
  );
}
