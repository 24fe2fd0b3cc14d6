import { Button } from '@mantine/core';
import type { WaitingItem } from '@servicepro/contracts/rest/home';
import { IconHandStop, IconMessage, IconMessageExclamation, IconPhone } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatPhone } from '../../ui/figures.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import { WaitingRow } from './waiting-item.tsx';

type HandOff = Extract<WaitingItem, { kind: 'hand-off' }>;
type Failed = Extract<WaitingItem, { kind: 'failed-message' }>;

export function HandOffItem({ item, now }: { item: HandOff; now: Date }) {
  const t = useTranslations('home.waits');
  const { path } = useTenancy();
  const thread = path(`inbox?thread=${item.conversationId}`);
  const name = item.name || formatPhone(item.phone);
  return (
    <WaitingRow
      icon={<IconHandStop size={16} stroke={1.75} />}
      tone="warning"
      title={t('handOff', { name })}
      since={item.since}
      now={now}
      text={
        item.lastMessage ? t('handOffText', { message: item.lastMessage, reason: item.reason }) : item.reason
      }
    >
      <Button
        component={Link}
        href={`${thread}&reply=1`}
        size="sm"
        leftSection={<IconMessage size={15} stroke={1.75} />}
        aria-label={t('replyTo', { name })}
      >
        {t('reply')}
      </Button>
      <Button
        component={Link}
        href={thread}
        size="sm"
        variant="subtle"
        aria-label={t('seeThreadOf', { name })}
      >
        {t('seeThread')}
      </Button>
    </WaitingRow>
  );
}

export function FailedMessageItem({ item, now }: { item: Failed; now: Date }) {
  const t = useTranslations('home.waits');
  const { path } = useTenancy();
  const name = item.name || formatPhone(item.phone);
  return (
    <WaitingRow
      icon={<IconMessageExclamation size={16} stroke={1.75} />}
      tone="danger"
      title={t('failed', { name })}
      since={item.since}
      now={now}
      text={item.reason}
    >
      <Button
        component="a"
        href={`tel:${item.phone}`}
        size="sm"
        leftSection={<IconPhone size={15} stroke={1.75} />}
        aria-label={t('callPerson', { name })}
      >
        {t('call')}
      </Button>
      <Button
        component={Link}
        href={path(`inbox?thread=${item.conversationId}`)}
        size="sm"
        variant="subtle"
        aria-label={t('seeThreadOf', { name })}
      >
        {t('seeThread')}
      </Button>
    </WaitingRow>
  );
}
