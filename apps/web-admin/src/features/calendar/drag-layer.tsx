import type { CalendarDay } from '@servicepro/contracts/rest/scheduling';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { jobTitle } from '../bookings/job-state.rules.ts';
import { fractionOf, type TimeScale } from '../bookings/time-scale.rules.ts';
import styles from './calendar.module.css';
import { useDragWords } from './drag-words.ts';
import { familyStyle } from './event-block.tsx';
import type { Family } from './service-families.rules.ts';
import { durationMinutesOf } from './timeline.rules.ts';
import type { ActiveDrag } from './use-drag.ts';

const percent = (fraction: number) => `${fraction * 100}%`;

type Props = {
  active: ActiveDrag;
  day: CalendarDay;
  scale: TimeScale;
  families: ReadonlyMap<string, Family>;
  isLow: boolean;
};

/** While a job moves: the job itself, red hatch where it collides, green where it fits first, and both in words. */
export function DragLayer({ active, day, scale, families, isLow }: Props) {
  const t = useTranslations('calendar');
  const words = useDragWords(day);
  const { booking, place, conflicts, fit } = active;
  const span = (from: number, to: number) => ({
    left: percent(fractionOf(scale, from)),
    width: percent(fractionOf(scale, to) - fractionOf(scale, from)),
  });
  const left = fractionOf(scale, place.startMinutes);
  const family = families.get(booking.service.category) ?? 'wash';
  const conflict = conflicts[0];
  const showFit = fit && fit.startMinutes !== place.startMinutes && conflict;
  return (
    <>
      {conflicts.map((one) => (
        <div key={`${one.kind}-${one.from}`} className={styles.overlap} style={span(one.from, one.to)} />
      ))}
      {showFit && (
        <div className={`${styles.fit} num`} style={span(fit.startMinutes, fit.endMinutes)}>
          <b>{t('fitsAt', { time: words.clockAt(fit.startMinutes) })}</b>
        </div>
      )}
      <div
        className={styles.ghost}
        data-conflict={conflict ? '' : undefined}
        style={{
          ...span(place.startMinutes, place.startMinutes + durationMinutesOf(booking)),
          ...familyStyle(family),
        }}
      >
        <b className="cut">{words.nameOf(booking)}</b>
        <span className="cut">{jobTitle(booking)}</span>
        <span className="num cut">{words.timesAt(active)}</span>
      </div>
      <div
        className={styles.tip}
        data-low={isLow || undefined}
        style={{ left: `clamp(0px, calc(${percent(left)} - 40px), calc(100% - 312px))` }}
      >
        {conflict ? (
          <p className={styles.tipConflict}>
            <IconAlertCircle size={15} stroke={2} aria-hidden="true" />
            <span>
              <b>{words.conflict(conflict)}</b>
              <br />
              <span className="sec num">{words.conflictDetail(conflict)}</span>
            </span>
          </p>
        ) : (
          <p className={styles.tipFine}>
            <IconCheck size={15} stroke={2} aria-hidden="true" />
            <span className="num">
              <b>{words.timesAt(active)}</b> {t('isFree')}
            </span>
          </p>
        )}
        {showFit && (
          <p className={styles.tipFine}>
            <IconCheck size={15} stroke={2} aria-hidden="true" />
            <span className="num">
              <b>
                {t('firstFit', { from: words.clockAt(fit.startMinutes), to: words.timeAt(fit.endMinutes) })}
              </b>
              {t('toSpare', { minutes: fit.spareMinutes })}
            </span>
          </p>
        )}
        {conflict && !fit && <p className="sec">{t('nothingFits')}</p>}
      </div>
    </>
  );
}
