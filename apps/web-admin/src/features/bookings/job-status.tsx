import type { Booking } from '@servicepro/contracts/rest/scheduling';
import { IconClock } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Badge } from '../../ui/parts/badge.tsx';
import { type JobState, lateMinutesOf } from './job-state.rules.ts';

const clock = <IconClock size={12} stroke={2} aria-hidden="true" />;

/** The status in words, loudest first: late, then what it is. */
export function JobStatus({ booking, state, now }: { booking: Booking; state: JobState; now: Date }) {
  const t = useTranslations('job');
  const late = lateMinutesOf(booking, now);
  if (late > 0) {
    return (
      <Badge tone="warning" icon={clock}>
        {t('late', { minutes: late })}
      </Badge>
    );
  }
  switch (state) {
    case 'inProgress':
      return <Badge tone="accent">{t('state.inProgress')}</Badge>;
    case 'notConfirmed':
    case 'held':
      return <Badge tone="warning">{t(`state.${state}`)}</Badge>;
    case 'noShow':
    case 'cancelled':
      return <Badge tone="danger">{t(`state.${state}`)}</Badge>;
    case 'next':
      return (
        <Badge tone="line" icon={clock}>
          {t('startsIn', { minutes: minutesUntil(booking.startsAt, now) })}
        </Badge>
      );
    case 'done':
      return <span className="small dim">{t('state.done')}</span>;
    case 'confirmed':
      return <span className="small sec">{t('state.confirmed')}</span>;
    default:
      return state satisfies never;
  }
}

function minutesUntil(startsAt: string, now: Date): number {
  return Math.max(0, Math.round((Date.parse(startsAt) - now.getTime()) / 60_000));
}
