'use client';
import { IconSelector } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { TenantLogo } from '../../ui/parts/tenant-logo.tsx';
import { MenuButton } from './menu-button.tsx';
import styles from './shell.module.css';
import { useTenancy } from './tenancy.tsx';

/** Which business; a button only for those who have more than one. */
export function TenantSwitcher({ onShowKeys }: { onShowKeys: () => void }) {
  const t = useTranslations('shell');
  const { tenant, me } = useTenancy();
  const label = (
    <>
      <TenantLogo brandColor={tenant.brandColor} name={tenant.name} size={28} />
      <span className={styles.text}>
        <b>{tenant.name}</b>
        <small>{[tenant.city, tenant.region].filter(Boolean).join(', ')}</small>
      </span>
    </>
  );
  if (me.tenants.length < 2) return <div className={styles.tenant}>{label}</div>;
  return (
    <MenuButton kind="tenants" className={styles.tenant} onShowKeys={onShowKeys}>
      {label}
      <span className="visually-hidden">{t('switchBusiness')}</span>
      <IconSelector size={15} stroke={1.75} className={styles.selector} aria-hidden="true" />
    </MenuButton>
  );
}
