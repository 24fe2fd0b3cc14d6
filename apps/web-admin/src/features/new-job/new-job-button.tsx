'use client';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useKeys } from '../../ui/keys/use-keys.ts';
import { KeyHint } from '../../ui/parts/badge.tsx';
import { useTenancy } from '../shell/tenancy.tsx';

const NewJobDialog = dynamic(() => import('./new-job-dialog.tsx').then((module) => module.NewJobDialog), {
  ssr: false,
});

/** The page's one primary button; C presses it. Nobody sees it who may not use it. */
export function NewJobButton({ day, isCompact = false }: { day?: string; isCompact?: boolean }) {
  const t = useTranslations('newJob');
  const { canChange } = useTenancy();
  const [isOpen, setOpen] = useState(false);
  useKeys({ c: () => canChange && setOpen(true) });
  if (!canChange) return null;
  return (
    <>
      {isCompact ? (
        <ActionIcon
          variant="filled"
          color="tide"
          size={44}
          aria-label={t('button')}
          onClick={() => setOpen(true)}
        >
          <IconPlus size={18} stroke={1.75} />
        </ActionIcon>
      ) : (
        <Button
          variant="filled"
          leftSection={<IconPlus size={15} stroke={1.75} />}
          rightSection={<KeyHint onAccent>C</KeyHint>}
          onClick={() => setOpen(true)}
        >
          {t('button')}
        </Button>
      )}
      {isOpen && <NewJobDialog day={day} onClose={() => setOpen(false)} />}
    </>
  );
}
