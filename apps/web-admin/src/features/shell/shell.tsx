'use client';
import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { dayQuery } from '../../api/bookings.ts';
import { useWaitingCount } from '../../api/conversations.ts';
import { useLive } from '../../api/use-live.ts';
import { useKeys } from '../../ui/keys/use-keys.ts';
import { Navigation } from './navigation.tsx';
import styles from './shell.module.css';
import { TabBar } from './tab-bar.tsx';
import { useTenancy } from './tenancy.tsx';

const KeyboardHelp = dynamic(() => import('./keyboard-help.tsx').then((module) => module.KeyboardHelp), {
  ssr: false,
});

/** Navigation, the live stream and the keys that work on every page. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  const router = useRouter();
  const { tenant, path } = useTenancy();
  const waiting = useWaitingCount(tenant.id);
  const [isHelpOpen, setHelpOpen] = useState(false);
  useLive(tenant.id);
  useToday(tenant.id);
  useKeys({
    'g h': () => router.push(path('')),
    'g i': () => router.push(path('inbox')),
    'g c': () => router.push(path('calendar')),
    '?': () => setHelpOpen(true),
  });
  return (
    <div className={styles.shell}>
      <nav className={styles.skip} aria-label={t('shortcuts')}>
        <a href="#main">{t('skipToContent')}</a>
      </nav>
      <Navigation waiting={waiting} onShowKeys={() => setHelpOpen(true)} />
      <main id="main" className={styles.main} tabIndex={-1}>
        {tenant.status !== 'active' && (
          <p className={styles.notice} role="status">
            {t('suspended', { name: tenant.name })}
          </p>
        )}
        {children}
      </main>
      <TabBar waiting={waiting} onShowKeys={() => setHelpOpen(true)} />
      {isHelpOpen && <KeyboardHelp onClose={() => setHelpOpen(false)} />}
    </div>
  );
}

/** Read ahead on every page: it sets the server's clock, and the calendar opens at once. */
function useToday(tenantId: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    void queryClient.prefetchQuery(dayQuery(queryClient, tenantId, null));
  }, [queryClient, tenantId]);
}
