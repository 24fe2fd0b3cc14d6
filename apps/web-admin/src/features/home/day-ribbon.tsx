import type { CalendarDay } from '@servicepro/contracts/rest/scheduling';
import { useTranslations } from 'next-intl';
import { jobStateOf } from '../bookings/job-state.rules.ts';
import {
  fractionAt,
  hourMarks,
  isOnScale,
  markInstant,
  type TimeScale,
} from '../bookings/time-scale.rules.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './home.module.css';

const MARK_EVERY_HOURS = 2;
/** A label nearer to the now line than this gives way to it. */
const LABEL_ROOM = 0.08;

const percent = (fraction: number) => `${(fraction * 100).toFixed(2)}%`;

/** Load, progress and now in a hundred pixels, before the list says it in words. */
export function DayRibbon({
  day,
  scale,
  now,
  nextId,
}: {
  day: CalendarDay;
  scale: TimeScale;
  now: Date;
  nextId: string | null;
}) {
  const t = useTranslations('home');
  const { format } = useTenancy();
  const nowFraction = isOnScale(scale, now) ? fractionAt(scale, now) : null;
  const marks = hourMarks(scale, MARK_EVERY_HOURS);
  const gap = percent((MARK_EVERY_HOURS * 60) / (scale.endMinutes - scale.startMinutes));
  return (
    <div className={styles.ribbon} role="img" aria-label={t('ribbon', { count: day.bookings.length })}>
      <div className={`${styles.ribbonHours} num`}>
        {marks
          .filter((mark) => nowFraction === null || Math.abs(mark.fraction - nowFraction) > LABEL_ROOM)
          .map((mark) => (
            <span key={mark.minutes} style={{ left: percent(mark.fraction) }}>
              {format.hour(markInstant(scale, mark.minutes))}
            </span>
          ))}
      </div>
      {day.resources
        .filter(
          (resource) =>
            resource.openMinutes > 0 || day.bookings.some((one) => one.resource.id === resource.id),
        )
        .map((resource) => (
          <div key={resource.id} className={styles.lane}>
            <span className={`${styles.laneName} cut`}>{resource.shortName || resource.name}</span>
            <div className={styles.laneTrack} style={{ '--gap': gap }}>
              {day.bookings
                .filter((booking) => booking.resource.id === resource.id)
                .map((booking) => {
                  const left = fractionAt(scale, booking.startsAt);
                  const width = fractionAt(scale, booking.endsAt) - left;
                  return (
                    <span
                      key={booking.id}
                      className={styles.laneBar}
                      data-state={jobStateOf(booking, nextId)}
                      style={{ left: percent(left), width: `calc(${percent(width)} - 2px)` }}
                    />
                  );
                })}
            </div>
          </div>
        ))}
      {nowFraction !== null && (
        <div className={styles.ribbonNow} style={{ '--now': nowFraction }}>
          <span className="num">{format.time(now)}</span>
        </div>
      )}
    </div>
  );
}
