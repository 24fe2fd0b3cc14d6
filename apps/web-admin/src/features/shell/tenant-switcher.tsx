'use client';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { TenantLogo } from '../../ui/parts/tenant-logo.tsx';
import styles from './shell.module.css';
import { useTenancy } from './tenancy.tsx';

export function placeOf(tenant: { city: string; region: string }): string {
  return [tenant.city, tenant.region].filter(Boolean).join(', ');
}

/** Which business; a button only for those who have more than one. */
export function TenantSwitcher() {
  const t = useTranslations('shell');
  const { tenant, me } = useTenancy();
  const label = (
    <>
      <TenantLogo brandColor={tenant.brandColor} name={tenant.name} size={28} />
      <span className={styles.text}>
        <b>{tenant.name}</b>
        <small>{placeOf(tenant)}</small>
      </span>
    </>
  );
  if (me.tenants.length < 2) return <div className={styles.tenant}>{label}</div>;
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <UnstyledButton className={styles.tenant}>
          {label}
          <span className="visually-hidden">{t('switchBusiness')}</span>
          <IconSelector size={15} stroke={1.75} className={styles.selector} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <TenantItems />
      </Menu.Dropdown>
    </Menu>
  );
}

export function TenantItems() {
  const { tenant, me } = useTenancy();
  return me.tenants.map((one) => (
    <Menu.Item
      key={one.id}
      component={Link}
      href={`/${one.slug}`}
      leftSection={<TenantLogo brandColor={one.brandColor} name={one.name} size={22} />}
      rightSection={one.id === tenant.id ? <IconCheck size={15} aria-hidden="true" /> : null}
      aria-current={one.id === tenant.id ? 'true' : undefined}
    >
      {one.name}
    </Menu.Item>
  ));
}
