'use client';
import { Button, Modal, Skeleton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useCatalog } from '../../api/catalog.ts';
import { useProblemWords } from '../../api/problem-words.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import { NewJobForm } from './new-job-form.tsx';

export function NewJobDialog({ day, onClose }: { day: string | undefined; onClose: () => void }) {
  const t = useTranslations('newJob');
  const state = useTranslations('state');
  const { tenant } = useTenancy();
  const words = useProblemWords();
  const catalog = useCatalog(tenant.id);
  return (
    <Modal
      opened
      closeOnClickOutside={false}
      onClose={onClose}
      size={520}
      title={t('title')}
      closeButtonProps={{ 'aria-label': state('close') }}
    >
      {catalog.data ? (
        <NewJobForm catalog={catalog.data} day={day} onClose={onClose} />
      ) : catalog.error ? (
        <div role="alert">
          <p>{words(catalog.error)}</p>
          <Button mt={12} onClick={() => void catalog.refetch()}>
            {state('tryAgain')}
          </Button>
        </div>
      ) : (
        <Skeleton height={320} radius={8} />
      )}
    </Modal>
  );
}
