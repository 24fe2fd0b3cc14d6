'use client';
import { ActionIcon, Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { dayQuery, useCalendarDay } from '../../api/bookings.ts';
import { useNow } from '../../api/clock.ts';
import { useKeys } from '../../ui/keys/use-keys.ts';
import { PageHeader } from '../../ui/parts/page-header.tsx';
import { ErrorState } from '../../ui/parts/screen-state.tsx';
import { addDays, instantAt, wallTimeAt } from '../../ui/time/zoned-time.ts';
import { NewJobButton } from '../new-job/new-job-button.tsx';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './calendar.module.css';
import { useCalendarAddress } from './calendar-address.ts';
import { TimelineSkeleton } from './timeline-skeleton.tsx';

const Timeline = dynamic(() => import('./timeline.tsx').then((module) => module.Timeline), {
  ssr: false,
  loading: () => <TimelineSkeleton />,
});
const DayList = dynamic(() => import('./day-list.tsx').then((module) => module.DayList), {
  ssr: false,
  loading: () => <TimelineSkeleton />,
});
const JobDialog = dynamic(() => import('./job-dialog.tsx').then((module) => module.JobDialog), {
  ssr: false,
});

export function CalendarPage() {
  const t = useTranslations('calendar');
  const { tenant, format } = useTenancy();
  const address = useCalendarAddress();
  const now = useNow();
  const query = useCalendarDay(tenant.id, address.day);
  const today = wallTimeAt(now, tenant.timeZone).day;
  const shown = query.data?.day ?? address.day ?? today;
  const noon = instantAt(shown, 720, tenant.timeZone);
  const isNarrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const go = (days: number) => address.goToDay(addDays(shown, days));
  useKeys({ ArrowLeft: () => go(-1), ArrowRight: () => go(1), '.': () => address.goToDay(null) });
  useNeighbourDays(tenant.id, query.data?.day);
  const job = query.data?.bookings.find((booking) => booking.id === address.jobId);
  return (
    <>
      <PageHeader title={isNarrow ? format.narrowDay(noon) : format.mediumDay(noon)}>
        <div className={styles.dayButtons}>
          <ActionIcon aria-label={t('dayBefore')} onClick={() => go(-1)}>
            <IconChevronLeft size={17} stroke={1.75} />
          </ActionIcon>
          <ActionIcon aria-label={t('dayAfter')} onClick={() => go(1)}>
            <IconChevronRight size={17} stroke={1.75} />
          </ActionIcon>
        </div>
        <Button size="sm" onClick={() => address.goToDay(null)}>
          {t('today')}
        </Button>
        <span className={`${styles.zone} dim small num`}>
          {format.zoneName(noon)}, {format.zoneAbbreviation(noon)}
        </span>
        <span className="push" />
        <NewJobButton day={shown} isCompact={isNarrow} />
      </PageHeader>
      {query.data ? (
        isNarrow ? (
          <DayList day={query.data} now={now} onOpen={address.openJob} />
        ) : (
          <Timeline key={query.data.day} day={query.data} now={now} onOpen={address.openJob} />
        )
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <TimelineSkeleton />
      )}
      {job && query.data && (
        <JobDialog booking={job} day={query.data} now={now} onClose={() => address.openJob(null)} />
      )}
    </>
  );
}

/** The days beside the one shown are read ahead, so that the arrows answer at once. */
function useNeighbourDays(tenantId: string, day: string | undefined): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!day) return;
    for (const near of [addDays(day, 1), addDays(day, -1)]) {
      void queryClient.prefetchQuery({ ...dayQuery(queryClient, tenantId, near), staleTime: 30_000 });
    }
  }, [queryClient, tenantId, day]);
}
