'use client';
import { UnstyledButton } from '@mantine/core';
import type { Booking, CalendarDay } from '@servicepro/contracts/rest/scheduling';
import { useLocale, useTranslations } from 'next-intl';
import { Fragment, useState } from 'react';
import { hoursOf } from '../../ui/figures.ts';
import { Avatar, resourceTone } from '../../ui/parts/avatar.tsx';
import { EmptyState } from '../../ui/parts/screen-state.tsx';
import { jobStateOf, jobTitle, nextJobId } from '../bookings/job-state.rules.ts';
import { JobStatus } from '../bookings/job-status.tsx';
import { StatusMark } from '../bookings/status-mark.tsx';
import { EmptyDay } from '../home/empty-day.tsx';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './day-list.module.css';
import { familyStyle } from './event-block.tsx';
import { NextCard } from './next-card.tsx';
import { familiesOf } from './service-families.rules.ts';

type Props = { day: CalendarDay; now: Date; onOpen: (bookingId: string) => void };

/** The day of one person on a phone: what is done, now, what comes next, and the rest. */
export function DayList({ day, now, onOpen }: Props) {
  const t = useTranslations('calendar');
  const locale = useLocale();
  const busiest = day.resources.find((resource) =>
    day.bookings.some((booking) => booking.resource.id === resource.id),
  );
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = day.resources.find((resource) => resource.id === chosenId) ?? busiest ?? day.resources[0];
  const jobs = day.bookings
    .filter((booking) => booking.resource.id === chosen?.id && booking.status !== 'cancelled')
    .sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));
  const nextId = nextJobId(jobs, now);
  const isToday = Date.parse(day.opensAt) <= now.getTime() && now.getTime() <= Date.parse(day.closesAt);
  const begun = jobs.filter((job) => Date.parse(job.startsAt) <= now.getTime()).length;
  const minutes = jobs.reduce(
    (sum, job) => sum + (Date.parse(job.endsAt) - Date.parse(job.startsAt)) / 60_000,
    0,
  );
  const families = familiesOf(day.bookings.map((booking) => booking.service.category));
  return (
    <>
      <section className={styles.who} aria-label={t('whose')}>
        {day.resources.map((resource, index) => (
          <button
            key={resource.id}
            type="button"
            aria-pressed={resource.id === chosen?.id}
            onClick={() => setChosenId(resource.id)}
          >
            <Avatar name={resource.name} tone={resourceTone(resource.kind, index)} size={24} />
            {resource.shortName || resource.name}
          </button>
        ))}
      </section>
      {jobs.length === 0 ? (
        <EmptyState
          drawing={<EmptyDay />}
          title={t('freeDay')}
          text={day.isOpen ? t('freeDayText') : (day.closedReason ?? t('closed'))}
        />
      ) : (
        <div className={styles.list}>
          <p className={`${styles.sum} num`}>
            {t('sum', { count: jobs.length, hours: hoursOf(minutes, locale) })}
          </p>
          {jobs.map((job, index) => (
            <Fragment key={job.id}>
              {isToday && index === begun && <NowLine now={now} />}
              {job.id === nextId ? (
                <NextCard
                  job={job}
                  barStyle={familyStyle(families.get(job.service.category) ?? 'wash')}
                  onOpen={onOpen}
                />
              ) : (
                <Row job={job} state={jobStateOf(job, nextId)} now={now} onOpen={onOpen} />
              )}
            </Fragment>
          ))}
          {isToday && begun === jobs.length && <NowLine now={now} />}
        </div>
      )}
    </>
  );
}

function NowLine({ now }: { now: Date }) {
  const t = useTranslations('calendar');
  const { format } = useTenancy();
  return (
    <div className={styles.now}>
      <span className="visually-hidden">{t('now')}</span>
      <span className="num">{format.clock(now)}</span>
    </div>
  );
}

type RowProps = {
  job: Booking;
  state: ReturnType<typeof jobStateOf>;
  now: Date;
  onOpen: (bookingId: string) => void;
};

function Row({ job, state, now, onOpen }: RowProps) {
  const words = useTranslations('job');
  const { format, money } = useTenancy();
  const price = job.totalCents === null ? words('noPrice') : money(job.totalCents, 'bill');
  return (
    <UnstyledButton className={`${styles.row} fade-in`} data-state={state} onClick={() => onOpen(job.id)}>
      <span className={`${styles.time} num`}>{format.clock(job.startsAt)}</span>
      <StatusMark state={state} />
      <span className={styles.work}>
        <b className="cut">{job.customer?.name || words('nameless')}</b>
        <small className="num cut">
          {jobTitle(job)}, {price}
        </small>
      </span>
      {state !== 'done' && state !== 'confirmed' && <JobStatus booking={job} state={state} now={now} />}
    </UnstyledButton>
  );
}
