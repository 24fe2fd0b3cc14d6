import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import styles from '../features/sign-in/sign-in.module.css';

export default async function NotFound() {
  const t = await getTranslations('state');
  return (
    <main className={styles.page}>
      <p>
        {t('noSuchPage')}{' '}
        <Link className="link" href="/">
          {t('goHome')}
        </Link>
      </p>
    </main>
  );
}
