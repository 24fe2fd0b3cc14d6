'use client';
import { IconSelector } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '../../ui/parts/avatar.tsx';
import { MenuButton } from './menu-button.tsx';
import styles from './shell.module.css';
import { useTenancy } from './tenancy.tsx';

export function UserMenu({ onShowKeys }: { onShowKeys: () => void }) {
  const t = useTranslations('shell');
  const { me, tenant } = useTenancy();
  return (
    <MenuButton kind="user" className={styles.user} onShowKeys={onShowKeys}>
      <Avatar name={me.user.name} tone="e" size={24} />
      <span className={styles.text}>
        <b>{me.user.name}</b>
        <small>{t(`role.${tenant.role}`)}</small>
      </span>
      <span className="visually-hidden">{t('userMenu')}</span>
      <IconSelector size={15} stroke={1.75} className={styles.selector} aria-hidden="true" />
    </MenuButton>
  );
}
