'use client';
import { IconMenu2 } from '@tabler/icons-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Count } from '../../ui/parts/badge.tsx';
import { MenuButton } from './menu-button.tsx';
import { pageAt, pages } from './pages.ts';
import styles from './shell.module.css';
import { useTenancy } from './tenancy.tsx';

/** The navigation below 768 px: tabs within reach of a thumb. */
export function TabBar({ waiting, onShowKeys }: { waiting: number; onShowKeys: () => void }) {
  const t = useTranslations('shell');
  const { path } = useTenancy();
  const current = pageAt(usePathname());
  return (
    <nav className={styles.tabs} aria-label={t('navigation')}>
      {pages.map(({ id, page, icon: Icon }) => (
        <Link
          key={id}
          href={path(page)}
          className={styles.tab}
          data-active={current === id || undefined}
          aria-current={current === id ? 'page' : undefined}
        >
          <span className={styles.tabIcon}>
            <Icon size={22} stroke={1.75} aria-hidden="true" />
            {id === 'inbox' && waiting > 0 && (
              <Count value={waiting} label={t('waitingCount', { count: waiting })} />
            )}
          </span>
          {t(`page.${id}`)}
        </Link>
      ))}
      <MenuButton kind="more" className={styles.tab} onShowKeys={onShowKeys}>
        <IconMenu2 size={22} stroke={1.75} aria-hidden="true" />
        {t('more')}
      </MenuButton>
    </nav>
  );
}
