import type { Ownership } from '@servicepro/contracts/rest/conversations';
import { IconHandStop, IconSparkles } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '../../ui/parts/avatar.tsx';
import styles from '../../ui/parts/parts.module.css';

/** Who answers this thread: an icon and a word, never a colour alone. */
export function OwnerChip({ ownership }: { ownership: Ownership }) {
  const t = useTranslations('inbox.owner');
  switch (ownership.state) {
    case 'ai':
      return (
        <span className={`${styles.owner} ${styles.ownerAi}`}>
          <IconSparkles size={12} stroke={2} aria-hidden="true" />
          {t('ai')}
        </span>
      );
    case 'waiting':
      return (
        <span className={`${styles.owner} ${styles.ownerWaiting}`}>
          <IconHandStop size={12} stroke={2} aria-hidden="true" />
          {t('waiting')}
        </span>
      );
    case 'person':
      return (
        <span className={`${styles.owner} ${styles.ownerPerson}`}>
          <Avatar name={ownership.name} tone={ownership.isYou ? 'e' : 'c'} size={16} />
          {ownership.isYou ? t('you') : firstName(ownership.name)}
        </span>
      );
    default:
      return ownership satisfies never;
  }
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
