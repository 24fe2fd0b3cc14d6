import { ActionIcon } from '@mantine/core';
import type { Booking } from '@servicepro/contracts/rest/scheduling';
import { IconMessage, IconPhone } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Avatar, type Tone } from '../../ui/parts/avatar.tsx';
import { assetOf, type JobState, jobTitle } from '../bookings/job-state.rules.ts';
import { JobStatus } from '../bookings/job-status.tsx';
import { StatusMark } from '../bookings/status-mark.tsx';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './home.module.css';

export function JobRow({ job, state, tone, now }: { job: Booking; state: JobState; tone: Tone; now: Date }) {
  const t = useTranslations('job');
  const { format, money, path } = useTenancy();
  const name = job.customer?.name || t('nameless');
  const work = `${jobTitle(job)} · ${assetOf(job)}`;
  return (
    <li className={`${styles.job} fade-in`} data-state={state}>
      <span className={`${styles.jobTime} num`}>
        {format.clock(job.startsAt)}
        <small>{format.time(job.endsAt)}</small>
      </span>
      <span className={styles.jobMark}>
        <StatusMark state={state} />
      </span>
      <span className={styles.jobWork}>
        <b className="cut" title={name}>
          {name}
        </b>
        <small className="cut" title={work}>
          {work}
        </small>
      </span>
      <span className={styles.jobPlace} title={job.resource.name}>
        <Avatar name={job.resource.name} tone={tone} size={22} />
        <span className="visually-hidden">{job.resource.name}</span>
        <small className="cut">{job.place || job.resource.name}</small>
      </span>
      <span className={styles.jobStatus}>
        <JobStatus booking={job} state={state} now={now} />
      </span>
      <span className={styles.jobActs}>
        {job.conversationId && (
          <ActionIcon
            component={Link}
            href={path(`inbox?thread=${job.conversationId}`)}
            variant="default"
            size={28}
            aria-label={t('textPerson', { name })}
          >
            <IconMessage size={16} stroke={1.75} />
          </ActionIcon>
        )}
        {job.customer?.phone && (
          <ActionIcon
            component="a"
            href={`tel:${job.customer.phone}`}
            variant="default"
            size={28}
            aria-label={t('callPerson', { name })}
          >
            <IconPhone size={16} stroke={1.75} />
          </ActionIcon>
        )}
      </span>
      <span className={`${styles.jobMoney} money`}>
        {job.totalCents === null ? t('noPrice') : money(job.totalCents)}
      </span>
    </li>
  );
}
