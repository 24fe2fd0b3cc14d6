import { Skeleton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import styles from './inbox.module.css';

export function ConversationSkeleton() {
  const t = useTranslations('state');
  return (
    <div className={styles.skeleton} role="status" aria-label={t('loading')}>
      <Skeleton height={20} width={220} mb={24} />
      <Skeleton height={34} width="45%" radius={10} />
      <Skeleton height={76} width="70%" radius={10} ml="auto" />
      <Skeleton height={34} width="38%" radius={10} />
      <Skeleton height={76} width="64%" radius={10} ml="auto" />
    </div>
  );
}
