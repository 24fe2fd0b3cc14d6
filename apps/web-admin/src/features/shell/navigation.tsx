'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Count, KeyHint } from '../../ui/parts/badge.tsx';
import { pageAt, pages } from './pages.ts';
import { PhoneLine } from './phone-line.tsx';
import styles from './shell.module.css';
import { useTenancy } from './tenancy.tsx';
import { TenantSwitcher } from './tenant-switcher.tsx';
import { UserMenu } from './user-menu.tsx';

export function Navigation({ waiting, onShowKeys }: { waiting: number; onShowKeys: () => void }) {
  const t = useTranslations('shell');
  const { path } = useTenancy();
  const current = pageAt(usePathname());
  return (
    <nav className={styles.nav} aria-label={t('navigation')}>
      <TenantSwitcher onShowKeys={onShowKeys} />
      <div className={styles.items}>
        {pages.map(({ id, page, icon: Icon, keys }) => (
          <Link
            key={id}
            title={t(`page.${id}`)}
            href={path(page)}
            className={styles.item}
            data-active={current === id || undefined}
            aria-current={current === id ? 'page' : undefined}
          >
            <Icon size={17} stroke={1.75} aria-hidden="true" />
            <span className={styles.itemLabel}>{t(`page.${id}`)}</span>
            {id === 'inbox' && waiting > 0 ? (
              <Count value={waiting} label={t('waitingCount', { count: waiting })} />
            ) : (
              <span className={styles.itemKeys}>
                {keys.map((key) => (
                  <KeyHint key={key}>{key}</KeyHint>
                ))}
              </span>
            )}
          </Link>
        ))}
      </div>
      <div className={styles.foot}>
        <PhoneLine />
        <UserMenu onShowKeys={onShowKeys} />
      </div>
    </nav>
  );
}
