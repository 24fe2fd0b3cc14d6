import { useTranslations } from 'next-intl';
import { EmptyState } from '../../ui/parts/screen-state.tsx';
import { EmptyInbox } from './empty-inbox.tsx';
import styles from './inbox.module.css';

export function NoThread() {
  const t = useTranslations('inbox');
  return (
    <section className={`${styles.conversation} ${styles.none}`} aria-label={t('conversation')}>
      <EmptyState drawing={<EmptyInbox />} title={t('noThread.title')} text={t('noThread.text')} />
    </section>
  );
}
