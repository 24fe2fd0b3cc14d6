'use client';
import { Button, Skeleton } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { isProblem } from '../../api/problem.ts';
import { useMe } from '../../api/session.ts';
import { EmptyState, ErrorState } from '../../ui/parts/screen-state.tsx';
import styles from './shell.module.css';
import { Shell } from './shell.tsx';
import { TenancyProvider } from './tenancy.tsx';

/** Lets a person into the business named in the address, if it is one of theirs; the server decides again each time. */
export function TenantGate({ slug, children }: { slug: string; children: ReactNode }) {
  const t = useTranslations('shell');
  const { data: me, error, refetch } = useMe();
  if (me) {
    const tenant = me.tenants.find((one) => one.slug === slug);
    if (!tenant) {
      const own = me.tenants[0];
      return (
        <main className={styles.alone}>
          <EmptyState drawing={null} title={t('noSuchBusiness')} text={t('noSuchBusinessText', { slug })}>
            {own && (
              <Button component={Link} href={`/${own.slug}`}>
                {t('goTo', { name: own.name })}
              </Button>
            )}
          </EmptyState>
        </main>
      );
    }
    return (
      <TenancyProvider tenant={tenant} me={me}>
        <Shell>{children}</Shell>
      </TenancyProvider>
    );
  }
  if (error && !(isProblem(error) && error.status === 401)) {
    return (
      <main className={styles.alone}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  return <ShellSkeleton />;
}

function ShellSkeleton() {
  const t = useTranslations('state');
  return (
    <div className={styles.shell}>
      <div className={styles.nav} aria-hidden="true">
        <Skeleton height={44} radius={8} />
        {[0, 1, 2].map((row) => (
          <Skeleton key={row} height={30} radius={7} mt={row === 0 ? 12 : 4} />
        ))}
      </div>
      <main className={styles.main}>
        <h1 className="visually-hidden">{t('loading')}</h1>
      </main>
    </div>
  );
}
