import { ActionIcon } from '@mantine/core';
import type { CustomerCard } from '@servicepro/contracts/rest/conversations';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { formatPhone } from '../../ui/figures.ts';
import { Avatar } from '../../ui/parts/avatar.tsx';
import styles from './customer.module.css';
import {
  AssetsSection,
  ConsentSection,
  FactsSection,
  LastJobsSection,
  NextBooking,
} from './customer-sections.tsx';

type Props = { customer: CustomerCard; now: Date; isOpen: boolean; onClose: () => void };

/** Beside the conversation where there is room; over it, on demand, where there is not. */
export function CustomerPanel({ customer, now, isOpen, onClose }: Props) {
  const t = useTranslations('inbox');
  const state = useTranslations('state');
  const phone = formatPhone(customer.phone);
  return (
    <aside className={styles.panel} aria-label={t('customer')} data-open={isOpen || undefined}>
      <div className={styles.head}>
        <Avatar name={customer.name ?? ''} tone="n" size={40} />
        <div className={styles.headText}>
          <b className="cut">{customer.name || phone}</b>
          <small className="num">{customer.name ? phone : t('unknownPerson')}</small>
        </div>
        <ActionIcon className={styles.close} aria-label={state('close')} onClick={onClose}>
          <IconX size={17} stroke={1.75} />
        </ActionIcon>
      </div>
      <div className={styles.body}>
        {customer.nextBooking && <NextBooking booking={customer.nextBooking} now={now} />}
        {customer.assets.length > 0 && <AssetsSection assets={customer.assets} />}
        <ConsentSection customer={customer} />
        <FactsSection customer={customer} />
        {customer.lastJobs.length > 0 && <LastJobsSection jobs={customer.lastJobs} />}
      </div>
    </aside>
  );
}
