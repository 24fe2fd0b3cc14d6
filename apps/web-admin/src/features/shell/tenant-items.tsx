'use client';
import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import Link from 'next/link';
import { TenantLogo } from '../../ui/parts/tenant-logo.tsx';
import { useTenancy } from './tenancy.tsx';

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
