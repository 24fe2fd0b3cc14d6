'use client';
import { Menu } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { MenuButtonProps } from './menu-button.tsx';
import { useTenancy } from './tenancy.tsx';
import { TenantItems } from './tenant-items.tsx';
import { UserItems } from './user-items.tsx';

export type ShellMenuKind = 'tenants' | 'user' | 'more';

const positions = { tenants: 'bottom-start', user: 'top-start', more: 'top-end' } as const;

/** Opens as soon as it is there; the button takes the focus first, so that closing gives it back. */
export function ShellMenu({ kind, className, onShowKeys, children }: MenuButtonProps) {
  const { me } = useTenancy();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
    setOpen(true);
  }, []);
  const hasTenants = kind === 'tenants' || (kind === 'more' && me.tenants.length > 1);
  return (
    <Menu opened={isOpen} onChange={setOpen} position={positions[kind]} width={240}>
      <Menu.Target>
        <button type="button" ref={button} className={className}>
          {children}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {hasTenants && <TenantItems />}
        {kind === 'more' && hasTenants && <Menu.Divider />}
        {kind !== 'tenants' && <UserItems onShowKeys={onShowKeys} />}
      </Menu.Dropdown>
    </Menu>
  );
}
