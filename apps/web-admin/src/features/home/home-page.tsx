'use client';
import { useTranslations } from 'next-intl';
import { useHome } from '../../api/bookings.ts';
import { useNow } from '../../api/clock.ts';
import { PageHeader } from '../../ui/parts/page-header.tsx';
import { ErrorState } from '../../ui/parts/screen-state.tsx';
import { NewJobButton } from '../new-job/new-job-button.tsx';
import { useTenancy } from '../shell/tenancy.tsx';
import { AiSummary } from './ai-summary.tsx';
import { FiguresStrip } from './figures-strip.tsx';
import styles from './home.module.css';
import { HomeSkeleton } from './home-skeleton.tsx';
import { TodayJobs } from './today-jobs.tsx';
import { WaitsForYou } from './waits-for-you.tsx';

export function HomePage() {
  const t = useTranslations('home');
  const { tenant, format } = useTenancy();
  const { data: home, error, refetch } = useHome(tenant.id);
  const now = useNow();
  return (
    <>
      <PageHeader title={home ? format.longDay(now) : t('title')}>
        {home && (
          <span className={`${styles.clock} sec num`} suppressHydrationWarning>
            {format.time(now)} {format.zoneAbbreviation(now)}
          </span>
        )}
        <span className="push" />
        <NewJobButton />
      </PageHeader>
      {home ? (
        <div className={styles.home}>
          <FiguresStrip figures={home.figures} />
          <div className={styles.columns}>
            <TodayJobs day={home.today} now={now} />
            <WaitsForYou items={home.waiting} total={home.waitingTotal} now={now} />
          </div>
          <AiSummary ai={home.ai} now={now} />
        </div>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <HomeSkeleton />
      )}
    </>
  );
}
