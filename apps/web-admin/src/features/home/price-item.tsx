import { Button } from '@mantine/core';
import type { WaitingItem } from '@servicepro/contracts/rest/home';
import { IconCheck, IconTag } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { confirmPrice } from '../../api/catalog.ts';
import { keys } from '../../api/keys.ts';
import { useProblemWords } from '../../api/problem-words.ts';
import { useNotices } from '../../ui/use-notices.tsx';
import { useTenancy } from '../shell/tenancy.tsx';
import { PriceForm } from './price-form.tsx';
import { WaitingRow } from './waiting-item.tsx';

type Price = Extract<WaitingItem, { kind: 'price' }>;

/** A suggested price that no person has confirmed: the AI may not say it until somebody does. */
export function PriceItem({ item, now }: { item: Price; now: Date }) {
  const t = useTranslations('home.waits');
  const { tenant, money, canConfirmPrices } = useTenancy();
  const queryClient = useQueryClient();
  const words = useProblemWords();
  const notices = useNotices();
  const [isSetting, setSetting] = useState(false);
  const name = item.assetClassName ? `${item.serviceName}, ${item.assetClassName}` : item.serviceName;
  const confirm = useMutation({
    mutationFn: (cents: number) => confirmPrice(tenant.id, item.priceId, cents),
    onSuccess: async (_answer, cents) => {
      notices.tell(t('priceConfirmed', { name, price: money(cents) }));
      setSetting(false);
      await queryClient.invalidateQueries({ queryKey: keys.home(tenant.id) });
    },
    onError: (error) => notices.warn(words(error)),
  });
  const suggested = item.suggestedCents;
  return (
    <WaitingRow
      icon={<IconTag size={16} stroke={1.75} />}
      tone="warning"
      title={t('price', { name: item.serviceName })}
      since={item.since}
      now={now}
      text={
        suggested === null
          ? t('priceUnknown', { assetClass: item.assetClassName })
          : t('priceText', { assetClass: item.assetClassName, price: money(suggested) })
      }
    >
      {isSetting ? (
        <PriceForm
          name={name}
          suggestedCents={suggested}
          isSaving={confirm.isPending}
          onSave={(cents) => confirm.mutate(cents)}
          onCancel={() => setSetting(false)}
        />
      ) : (
        <>
          {suggested !== null && (
            <Button
              size="sm"
              leftSection={<IconCheck size={15} stroke={1.75} />}
              loading={confirm.isPending}
              disabled={!canConfirmPrices}
              onClick={() => confirm.mutate(suggested)}
              aria-label={t('confirmPriceOf', { price: money(suggested), name })}
            >
              {t('confirmPrice', { price: money(suggested) })}
            </Button>
          )}
          <Button
            size="sm"
            variant={suggested === null ? 'default' : 'subtle'}
            disabled={!canConfirmPrices}
            onClick={() => setSetting(true)}
            aria-label={t('setPriceOf', { name })}
          >
            {suggested === null ? t('setPrice') : t('setAnotherPrice')}
          </Button>
        </>
      )}
    </WaitingRow>
  );
}
