'use client';
import { Button, Loader } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { isProblem } from '../../api/problem.ts';
import { useMe } from '../../api/session.ts';
import { EmptyState, ErrorState } from '../../ui/parts/screen-state.tsx';
import { useSignOut } from '../shell/use-sign-out.ts';
import styles from './sign-in.module.css';

/** The bare address leads to a person's first business, or to sign-in. */
export function FirstBusiness() {
  const t = useTranslations('shell');
  const router = useRouter();
  const { data: me, error, refetch } = useMe();
  const signOut = useSignOut();
  const slug = me?.tenants[0]?.slug;
  useEffect(() => {
    if (slug) router.replace(`/${slug}`);
  }, [slug, router]);
  if (me && !slug) {
    return (
      <main className={styles.page}>
        <EmptyState
          drawing={null}
          title={t('noBusiness')}
          text={t('noBusinessText', { email: me.user.email })}
        >
          <Button onClick={() => void signOut()}>{t('signOut')}</Button>
        </EmptyState>
      </main>
    );
  }
  if (error && !(isProblem(error) && error.status === 401)) {
    return (
      <main className={styles.page}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  return (
    <main className={styles.page}>
      <Loader size={24} />
    </main>
  );
}
