import { ActionIcon } from '@mantine/core';
import type { CustomerCard } from '@servicepro/contracts/rest/conversations';
import { IconChevronLeft, IconPhone, IconUser } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { formatPhone } from '../../ui/figures.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './inbox.module.css';
import { firstName } from './owner-chip.tsx';

type Props = { customer: CustomerCard; onBack: () => void; isCardOpen: boolean; onCard: () => void };

export function ConversationHeader({ customer, onBack, isCardOpen, onCard }: Props) {
  const t = useTranslations('inbox');
  const { format, money } = useTenancy();
  const name = customer.name || formatPhone(customer.phone);
  const next = customer.nextBooking;
  const nextWords = next
    ? [
        `${format.weekday(next.startsAt)} ${format.time(next.startsAt)}`,
        firstName(next.resourceName),
        ...(next.totalCents === null ? [] : [money(next.totalCents)]),
      ].join(', ')
    : null;
  return (
    <header className={styles.head}>
      <ActionIcon className={styles.back} aria-label={t('back')} onClick={onBack}>
        <IconChevronLeft size={20} stroke={1.75} />
      </ActionIcon>
      <div className={styles.headText}>
        <h2 className="cut">{name}</h2>
        <span className={`${styles.headPhone} dim num`}>
          {customer.name ? formatPhone(customer.phone) : t('unknownPerson')}
        </span>
        {nextWords && <span className={`${styles.headNext} dim num cut`}>{nextWords}</span>}
      </div>
      <ActionIcon
        component="a"
        href={`tel:${customer.phone}`}
        className="push"
        aria-label={t('call', { name })}
      >
        <IconPhone size={17} stroke={1.75} />
      </ActionIcon>
      <ActionIcon
        className={styles.cardToggle}
        aria-label={t('customer')}
        aria-expanded={isCardOpen}
        onClick={onCard}
      >
        <IconUser size={17} stroke={1.75} />
      </ActionIcon>
    </header>
  );
}
