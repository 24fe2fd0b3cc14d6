import { Button, UnstyledButton } from '@mantine/core';
import type { Booking } from '@servicepro/contracts/rest/scheduling';
import { IconMapPin, IconMessage, IconNote, IconPhone, IconRoute } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '../../ui/parts/badge.tsx';
import { assetOf, jobTitle } from '../bookings/job-state.rules.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './day-list.module.css';

/** The job that comes next, with all that is needed to set out. */
export function NextCard({
  job,
  barStyle,
  onOpen,
}: {
  job: Booking;
  barStyle: Record<`--${string}`, string>;
  onOpen: (bookingId: string) => void;
}) {
  const t = useTranslations('calendar');
  const words = useTranslations('job');
  const { format, path } = useTenancy();
  const name = job.customer?.name || words('nameless');
  return (
    <article className={`${styles.next} fade-in`} style={barStyle}>
      <div className="row">
        <span className={`${styles.big} num`}>{format.time(job.startsAt)}</span>
        <span className="dim num">{t('to', { time: format.time(job.endsAt) })}</span>
        <span className="push" />
        <Badge tone="line">{words('state.next')}</Badge>
      </div>
      <UnstyledButton className={styles.name} onClick={() => onOpen(job.id)}>
        {name}
      </UnstyledButton>
      <p className="sec">
        {jobTitle(job)} · {assetOf(job)}
      </p>
      {job.address && (
        <p className={`${styles.address} sec`}>
          <IconMapPin size={16} stroke={1.75} aria-hidden="true" /> {job.address}
        </p>
      )}
      {job.notes && (
        <p className={styles.note}>
          <IconNote size={17} stroke={1.75} aria-hidden="true" /> <span>{job.notes}</span>
        </p>
      )}
      <div className={styles.acts}>
        {job.address && (
          <Button
            component="a"
            href={`https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(job.address)}`}
            target="_blank"
            rel="noreferrer"
            size="touch"
            leftSection={<IconRoute size={18} stroke={1.75} />}
          >
            {t('route')}
          </Button>
        )}
        {job.conversationId && (
          <Button
            component={Link}
            href={path(`inbox?thread=${job.conversationId}`)}
            size="touch"
            aria-label={words('textPerson', { name })}
          >
            <IconMessage size={19} stroke={1.75} />
          </Button>
        )}
        {job.customer?.phone && (
          <Button
            component="a"
            href={`tel:${job.customer.phone}`}
            size="touch"
            aria-label={words('callPerson', { name })}
          >
            <IconPhone size={19} stroke={1.75} />
          </Button>
        )}
        <Button size="touch" onClick={() => onOpen(job.id)} className={styles.open}>
          {t('details')}
        </Button>
      </div>
    </article>
  );
}
