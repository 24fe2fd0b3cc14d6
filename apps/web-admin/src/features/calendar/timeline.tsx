'use client';
import type { CalendarDay } from '@servicepro/contracts/rest/scheduling';
import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import { EmptyState } from '../../ui/parts/screen-state.tsx';
import { nextJobId } from '../bookings/job-state.rules.ts';
import { fractionAt, hourMarks, isOnScale, markInstant, timeScaleOf } from '../bookings/time-scale.rules.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './calendar.module.css';
import { useDragWords } from './drag-words.ts';
import { Lane } from './lane.tsx';
import { Legend } from './legend.tsx';
import { familiesOf } from './service-families.rules.ts';
import { useDrag } from './use-drag.ts';
import { useMove } from './use-move.tsx';

type Props = { day: CalendarDay; now: Date; onOpen: (bookingId: string) => void };

/**
 * People down, hours across: each job a block that can be dragged to another time or person. A timeline of our own, not
 * @mantine/schedule: what a drag says (collision, first fit, both in words) and the keyboard's moves are its point.
 */
export function Timeline({ day, now, onOpen }: Props) {
  const t = useTranslations('calendar');
  const { format, canChange } = useTenancy();
  const scale = useMemo(() => timeScaleOf({ ...day, spans: day.bookings }), [day]);
  const families = useMemo(
    () => familiesOf(day.bookings.map((booking) => booking.service.category)),
    [day.bookings],
  );
  const lanes = useRef<HTMLDivElement>(null);
  const move = useMove(day);
  const drag = useDrag({ day, scale, now, lanes, isAllowed: canChange, onDrop: move });
  const words = useDragWords(day);
  const marks = hourMarks(scale);
  const nowFraction = isOnScale(scale, now) ? fractionAt(scale, now) : null;
  const nextId = nextJobId(day.bookings, now);
  const hour = `${100 / marks.length}%`;
  if (day.resources.length === 0) {
    return <EmptyState drawing={null} title={t('noPeople')} text={t('noPeopleText')} />;
  }
  return (
    <div className={styles.calendar} style={{ '--hour': hour, '--hours': marks.length }}>
      {!day.isOpen && <p className={styles.closed}>{day.closedReason ?? t('closed')}</p>}
      <div className={styles.scroll}>
        <div className={styles.hours}>
          <span className="num dim small">{t('people', kindsOf(day))}</span>
          <div className={`${styles.hourTrack} num`}>
            {marks.map((mark) => (
              <span
                key={mark.minutes}
                style={{ left: `${mark.fraction * 100}%` }}
                data-near={isNear(mark.fraction, nowFraction) || undefined}
              >
                {format.hour(markInstant(scale, mark.minutes))}
              </span>
            ))}
            {nowFraction !== null && (
              <span className={styles.nowPill} style={{ left: `${nowFraction * 100}%` }}>
                <span className="visually-hidden">{t('now')} </span>
                {format.clock(now)}
              </span>
            )}
          </div>
        </div>
        <div className={styles.lanes} ref={lanes}>
          {day.resources.map((resource, index) => (
            <Lane
              key={resource.id}
              resource={resource}
              index={index}
              isLow={index >= 2 && index >= day.resources.length - 2}
              day={day}
              scale={scale}
              families={families}
              nextId={nextId}
              now={now}
              active={drag.active?.place.resourceId === resource.id ? drag.active : null}
              liftedId={drag.active?.booking.resource.id === resource.id ? drag.active.booking.id : null}
              isAllowed={canChange}
              handlers={drag.handlers}
              onOpen={onOpen}
            />
          ))}
          {nowFraction !== null && <div className={styles.nowLine} style={{ '--now': nowFraction }} />}
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {drag.active ? words.spoken(drag.active) : ''}
      </p>
      <Legend day={day} families={families} />
    </div>
  );
}

function kindsOf(day: CalendarDay): { people: number; bays: number; vans: number } {
  const count = (...kinds: string[]) =>
    day.resources.filter((resource) => kinds.includes(resource.kind)).length;
  return { people: count('technician', 'crew'), bays: count('bay'), vans: count('van') };
}

/** On a narrow axis the label just before the now line would lie under its time. */
function isNear(fraction: number, nowFraction: number | null): boolean {
  return nowFraction !== null && nowFraction - fraction > -0.03 && nowFraction - fraction < 0.09;
}
