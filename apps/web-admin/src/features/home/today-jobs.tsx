import { Button } from '@mantine/core';
import type { CalendarDay } from '@servicepro/contracts/rest/scheduling';
import { IconArrowRight } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { resourceTone } from '../../ui/parts/avatar.tsx';
import { EmptyState } from '../../ui/parts/screen-state.tsx';
import { jobStateOf, nextJobId } from '../bookings/job-state.rules.ts';
import { timeScaleOf } from '../bookings/time-scale.rules.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import { DayRibbon } from './day-ribbon.tsx';
import { EmptyDay } from './empty-day.tsx';
import styles from './home.module.css';
import { JobRow } from './job-row.tsx';

export function TodayJobs({ day, now }: { day: CalendarDay; now: Date }) {
  const t = useTranslations('home');
  const { format, money, path } = useTenancy();
  const jobs = day.bookings
    .filter((booking) => booking.status !== 'cancelled')
    .sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));
  const nextId = nextJobId(jobs, now);
  const scale = timeScaleOf({ ...day, spans: jobs });
  const total = jobs.reduce((sum, job) => sum + (job.totalCents ?? 0), 0);
  const begun = jobs.filter((job) => Date.parse(job.startsAt) <= now.getTime()).length;
  const tones = new Map(
    day.resources.map((resource, index) => [resource.id, resourceTone(resource.kind, index)]),
  );
  return (
    <section className="card" aria-labelledby="today-title">
      <div className={styles.cardHead}>
        <h2 id="today-title">{t('today')}</h2>
        <span className="dim num">
          {jobs.length > 0 ? t('todayCount', { count: jobs.length, total: money(total) }) : null}
        </span>
        <Link className={`link push ${styles.headLink}`} href={path('calendar')}>
          {t('openCalendar')} <IconArrowRight size={14} stroke={2} aria-hidden="true" />
        </Link>
      </div>
      {jobs.length === 0 ? (
        <EmptyState
          drawing={<EmptyDay />}
          title={day.isOpen ? t('noJobs') : t('closed')}
          text={day.isOpen ? t('noJobsText') : (day.closedReason ?? t('closedText'))}
        >
          <Button component={Link} href={path('calendar')}>
            {t('openCalendar')}
          </Button>
        </EmptyState>
      ) : (
        <>
          <DayRibbon day={{ ...day, bookings: jobs }} scale={scale} now={now} nextId={nextId} />
          <ol className={styles.jobs}>
            {jobs.map((job, index) => (
              <Fragment key={job.id}>
                {index === begun && <NowRow label={t('now')} time={format.clock(now)} />}
                <JobRow
                  job={job}
                  state={jobStateOf(job, nextId)}
                  tone={tones.get(job.resource.id) ?? 'n'}
                  now={now}
                />
              </Fragment>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function NowRow({ label, time }: { label: string; time: string }) {
  return (
    <li className={styles.nowRow}>
      <span className="visually-hidden">{label}</span>
      <span className="num">{time}</span>
    </li>
  );
}
