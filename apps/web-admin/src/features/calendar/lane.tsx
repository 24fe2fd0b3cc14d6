import type { CalendarDay } from '@servicepro/contracts/rest/scheduling';
import { useLocale, useTranslations } from 'next-intl';
import { memo } from 'react';
import { hoursOf } from '../../ui/figures.ts';
import { Avatar, resourceTone } from '../../ui/parts/avatar.tsx';
import { jobStateOf, lateMinutesOf } from '../bookings/job-state.rules.ts';
import { fractionAt, type TimeScale } from '../bookings/time-scale.rules.ts';
import styles from './calendar.module.css';
import { DragLayer } from './drag-layer.tsx';
import { EventBlock } from './event-block.tsx';
import type { Family } from './service-families.rules.ts';
import { canMove } from './timeline.rules.ts';
import type { ActiveDrag, DragHandlers } from './use-drag.ts';

type LaneResource = CalendarDay['resources'][number];

type Props = {
  resource: LaneResource;
  index: number;
  /** Near the lower edge: what a drag says stands above it, not below. */
  isLow: boolean;
  day: CalendarDay;
  scale: TimeScale;
  families: ReadonlyMap<string, Family>;
  nextId: string | null;
  now: Date;
  /** The drag that stands over this lane, if any. */
  active: ActiveDrag | null;
  /** The job of this lane that is being moved. */
  liftedId: string | null;
  isAllowed: boolean;
  handlers: DragHandlers;
  onOpen: (bookingId: string) => void;
};

/** Memoised: a drag renders only the lanes it touches. */
export const Lane = memo(function Lane(props: Props) {
  const { resource, index, isLow, day, scale, families, nextId, now, active } = props;
  const bookings = day.bookings.filter(
    (booking) => booking.resource.id === resource.id && booking.status !== 'cancelled',
  );
  const isOff = bookings.length === 0 && isOffAllDay(resource, day);
  return (
    <div className={styles.lane} data-off={isOff || undefined} data-lane={resource.id}>
      <LaneHead resource={resource} index={index} isOff={isOff} />
      <div className={`${styles.track} ${isOff ? 'hatch' : ''}`} data-track="">
        {isOff && <OffLabel resource={resource} />}
        {!isOff &&
          resource.timeOff.map((off) => {
            const left = fractionAt(scale, off.startsAt);
            const width = fractionAt(scale, off.endsAt) - left;
            if (width <= 0) return null;
            return (
              <div
                key={off.startsAt}
                className={`${styles.timeOff} hatch`}
                style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
              >
                <span>{off.reason}</span>
              </div>
            );
          })}
        {bookings.map((booking) => (
          <EventBlock
            key={booking.id}
            booking={booking}
            left={fractionAt(scale, booking.startsAt)}
            right={fractionAt(scale, booking.endsAt)}
            freeAgain={fractionAt(scale, booking.occupiedUntil)}
            family={families.get(booking.service.category) ?? 'wash'}
            state={jobStateOf(booking, nextId)}
            lateMinutes={lateMinutesOf(booking, now)}
            isMovable={props.isAllowed && canMove(booking)}
            isLifted={props.liftedId === booking.id}
            {...props.handlers}
            onOpen={props.onOpen}
          />
        ))}
        {active && <DragLayer active={active} day={day} scale={scale} families={families} isLow={isLow} />}
      </div>
    </div>
  );
});

function isOffAllDay(resource: LaneResource, day: CalendarDay): boolean {
  const covers = resource.timeOff.some(
    (off) =>
      Date.parse(off.startsAt) <= Date.parse(day.opensAt) &&
      Date.parse(off.endsAt) >= Date.parse(day.closesAt),
  );
  return covers || (day.isOpen && resource.openMinutes === 0);
}

function OffLabel({ resource }: { resource: LaneResource }) {
  const t = useTranslations('calendar');
  return <span className={styles.offLabel}>{resource.timeOff[0]?.reason || t('dayOff')}</span>;
}

function LaneHead({ resource, index, isOff }: { resource: LaneResource; index: number; isOff: boolean }) {
  const t = useTranslations('calendar');
  const locale = useLocale();
  const share = resource.openMinutes > 0 ? resource.bookedMinutes / resource.openMinutes : 0;
  return (
    <div className={styles.laneHead}>
      <Avatar name={resource.name} tone={resourceTone(resource.kind, index)} size={28} />
      <div className={styles.laneText}>
        <b className="cut">{resource.name}</b>
        <small className="num cut">{resource.label}</small>
        {!isOff && resource.openMinutes > 0 && (
          <>
            <span className={styles.load} aria-hidden="true">
              <i style={{ width: `${Math.min(100, share * 100)}%` }} data-full={share >= 1 || undefined} />
            </span>
            <small className="num">
              {t('load', {
                booked: hoursOf(resource.bookedMinutes, locale),
                open: hoursOf(resource.openMinutes, locale),
              })}
            </small>
          </>
        )}
      </div>
    </div>
  );
}
