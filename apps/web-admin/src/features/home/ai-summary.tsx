import type { Home } from '@servicepro/contracts/rest/home';
import { IconSparkles } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import parts from '../../ui/parts/parts.module.css';
import { addDays, wallTimeAt } from '../../ui/time/zoned-time.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './home.module.css';

/** What the AI did while nobody was looking. */
export function AiSummary({ ai, now }: { ai: Home['ai']; now: Date }) {
  const t = useTranslations('home.ai');
  const { format, money, path, tenant } = useTenancy();
  if (ai.texts === 0 && ai.bookings === 0 && ai.handOffs === 0) return null;
  const sinceDay = wallTimeAt(ai.since, tenant.timeZone).day;
  const today = wallTimeAt(now, tenant.timeZone).day;
  const time = format.time(ai.since);
  const since =
    sinceDay === today
      ? time
      : sinceDay === addDays(today, -1)
        ? t('yesterday', { time })
        : t('earlier', { time, day: format.weekday(ai.since) });
  return (
    <section className={`card ${styles.ai}`}>
      <span className={`${parts.owner} ${parts.ownerAi}`}>
        <IconSparkles size={12} stroke={2} aria-hidden="true" />
        {t('badge')}
      </span>
      <p className="num">
        {t.rich('text', {
          since,
          texts: ai.texts,
          bookings: ai.bookings,
          worth: money(ai.bookedCents),
          handOffs: ai.handOffs,
          b: (chunks) => <b>{chunks}</b>,
        })}
      </p>
      <Link className="link push" href={path('inbox?view=ai')}>
        {t('seeIt')}
      </Link>
    </section>
  );
}
