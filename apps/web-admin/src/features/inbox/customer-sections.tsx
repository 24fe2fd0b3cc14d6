import { Button } from '@mantine/core';
import type { CustomerCard } from '@servicepro/contracts/rest/conversations';
import { IconCalendar, IconCheck, IconTag, IconX } from '@tabler/icons-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '../../ui/parts/avatar.tsx';
import { Badge } from '../../ui/parts/badge.tsx';
import parts from '../../ui/parts/parts.module.css';
import { wallTimeAt } from '../../ui/time/zoned-time.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './customer.module.css';

export function NextBooking({
  booking,
  now,
}: {
  booking: NonNullable<CustomerCard['nextBooking']>;
  now: Date;
}) {
  const t = useTranslations('inbox.card');
  const { format, money, path, tenant } = useTenancy();
  const day = wallTimeAt(booking.startsAt, tenant.timeZone).day;
  const isToday = day === wallTimeAt(now, tenant.timeZone).day;
  const times = { from: format.time(booking.startsAt), to: format.time(booking.endsAt) };
  return (
    <section className={styles.next}>
      <div className="row">
        <b>{t('next')}</b>
        <span className="push" />
        <Badge tone="line">{booking.number}</Badge>
      </div>
      <p className={`${styles.nextTime} num`}>
        {isToday ? t('todayAt', times) : t('dayAt', { ...times, day: format.mediumDay(booking.startsAt) })}
      </p>
      <p className="sec">{booking.title}</p>
      <div className={`${styles.nextWho} row small sec`}>
        <Avatar name={booking.resourceName} tone="a" size={18} />
        {booking.resourceName}
        <b className="money push">
          {booking.totalCents === null ? t('noPrice') : money(booking.totalCents, 'bill')}
        </b>
      </div>
      <Button
        component={Link}
        href={path(`calendar?date=${day}&job=${booking.id}`)}
        size="xs"
        mt={8}
        leftSection={<IconCalendar size={13} stroke={1.75} />}
      >
        {t('inCalendar')}
      </Button>
    </section>
  );
}

export function AssetsSection({ assets }: { assets: CustomerCard['assets'] }) {
  const t = useTranslations('inbox.card');
  return (
    <section>
      <h3>{t('assets')}</h3>
      {assets.map((asset) => (
        <div key={asset.id} className={styles.asset}>
          <IconTag size={17} stroke={1.75} className="dim" aria-hidden="true" />
          <div className={styles.headText}>
            <b className="cut">{asset.name}</b>
            <small>{asset.className}</small>
          </div>
          {asset.notes && <p className={styles.note}>{asset.notes}</p>}
        </div>
      ))}
    </section>
  );
}

export function ConsentSection({ customer }: { customer: CustomerCard }) {
  const t = useTranslations('inbox.card');
  const { format } = useTenancy();
  return (
    <section>
      <h3>{t('consent')}</h3>
      <ul className={styles.consents}>
        {(['service', 'marketing'] as const).map((purpose) => {
          const consent = customer.consents.find((one) => one.purpose === purpose);
          const isGiven = consent?.isGiven === true && customer.optedOutAt === null;
          const words = customer.optedOutAt
            ? t('stopped', { day: format.shortDay(customer.optedOutAt) })
            : consent?.isGiven
              ? t('given', { day: format.shortDay(consent.at), source: consent.source })
              : t('neverAsked');
          return (
            <li key={purpose}>
              <span className={isGiven ? parts.okMark : parts.noMark} aria-hidden="true">
                {isGiven ? <IconCheck size={10} stroke={3} /> : <IconX size={10} stroke={3} />}
              </span>
              <span>{t(`purpose.${purpose}`)}</span>
              <small className="dim num push cut" title={words}>
                {words}
              </small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function FactsSection({ customer }: { customer: CustomerCard }) {
  const t = useTranslations('inbox.card');
  const { money } = useTenancy();
  const languages = new Intl.DisplayNames([useLocale()], { type: 'language', fallback: 'code' });
  return (
    <section>
      <h3>{t('account')}</h3>
      <dl className={styles.pairs}>
        <div>
          <dt>{t('jobsDone')}</dt>
          <dd className="num">
            {t('jobsAndSpent', { count: customer.jobsDone, spent: money(customer.spentCents) })}
          </dd>
        </div>
        <div>
          <dt>{t('language')}</dt>
          <dd>{languages.of(customer.language) ?? customer.language}</dd>
        </div>
      </dl>
      {customer.notes && <p className={styles.note}>{customer.notes}</p>}
    </section>
  );
}

export function LastJobsSection({ jobs }: { jobs: CustomerCard['lastJobs'] }) {
  const t = useTranslations('inbox.card');
  const { format, money } = useTenancy();
  return (
    <section>
      <h3>{t('lastJobs')}</h3>
      <ul className={styles.lastJobs}>
        {jobs.map((job) => (
          <li key={job.id}>
            <span className="num dim">{format.shortDay(job.startsAt)}</span>
            <span className="cut">{job.title}</span>
            <span className="num">{job.totalCents === null ? '' : money(job.totalCents)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
