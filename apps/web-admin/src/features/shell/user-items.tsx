'use client';
import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconKeyboard, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useTenancy } from './tenancy.tsx';
import { useSignOut } from './use-sign-out.ts';

const schemes = [
  { id: 'light', icon: IconSun },
  { id: 'dark', icon: IconMoon },
  { id: 'auto', icon: IconDeviceDesktop },
] as const;

export function UserItems({ onShowKeys }: { onShowKeys: () => void }) {
  const t = useTranslations('shell');
  const { me } = useTenancy();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <>
      <Menu.Label>{me.user.email}</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(schemeOf(value))}>
        {schemes.map(({ id, icon: Icon }) => (
          <Menu.RadioItem key={id} value={id}>
            <span className="row">
              <Icon size={15} stroke={1.75} aria-hidden="true" />
              {t(`scheme.${id}`)}
            </span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconKeyboard size={15} stroke={1.75} aria-hidden="true" />}
        onClick={onShowKeys}
      >
        {t('keys.title')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconLogout size={15} stroke={1.75} aria-hidden="true" />}
        onClick={() => void signOut()}
      >
        {t('signOut')}
      </Menu.Item>
    </>
  );
}

function schemeOf(value: string): (typeof schemes)[number]['id'] {
  return schemes.find((scheme) => scheme.id === value)?.id ?? 'auto';
}
