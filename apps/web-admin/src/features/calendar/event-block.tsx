import type { Booking } from '@servicepro/contracts/rest/scheduling';
import { IconCheck, IconCircleDashed, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, memo, type PointerEvent } from 'react';
import { assetOf, type JobState, jobTitle } from '../bookings/job-state.rules.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './calendar.module.css';
import type { Family } from './service-families.rules.ts';

type Props = {
  booking: Booking;
  /** Places on the axis, 0 to 1. */
  left: number;
  right: number;
  freeAgain: number;
  family: Family;
  state: JobState;
  lateMinutes: number;
  isMovable: boolean;
  isLifted: boolean;
  onPointerDown: (event: PointerEvent<HTMLElement>, booking: Booking) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>, booking: Booking) => void;
  onBlur: () => void;
  onOpen: (bookingId: string) => void;
};

export const familyStyle = (family: Family) => ({
  '--b': `var(--ev-${family}-bg)`,
  '--r': `var(--ev-${family}-bar)`,
  '--t': `var(--ev-${family}-text)`,
});

/** One job on the axis. Memoised: while another is dragged, none of the rest renders again. */
export const EventBlock = memo(function EventBlock(props: Props) {
  const { booking, left, right, freeAgain, family, state, lateMinutes } = props;
  const t = useTranslations('calendar');
  const words = useTranslations('job');
  const { format, money } = useTenancy();
  const name = booking.customer?.name || words('nameless');
  const times = t('fromTo', { from: format.clock(booking.startsAt), to: format.clock(booking.endsAt) });
  const price = booking.totalCents === null ? words('noPrice') : money(booking.totalCents);
  const place = booking.place ? `${booking.place}, ${price}` : price;
  const bufferMinutes = (Date.parse(booking.occupiedUntil) - Date.parse(booking.endsAt)) / 60_000;
  const notice =
    lateMinutes > 0
      ? words('runningLate', { minutes: lateMinutes })
      : state === 'notConfirmed' || state === 'held' || state === 'noShow'
        ? words(`state.${state}`)
        : null;
  return (
    <>
      <button
        type="button"
        className={`${styles.event} fade-in`}
        data-state={state}
        data-movable={props.isMovable || undefined}
        data-lifted={props.isLifted || undefined}
        data-booking={booking.id}
        style={{
          left: `${left * 100}%`,
          width: `calc(${(right - left) * 100}% - 3px)`,
          ...familyStyle(family),
        }}
        aria-keyshortcuts={props.isMovable ? 'ArrowLeft ArrowRight ArrowUp ArrowDown' : undefined}
        title={`${name} · ${jobTitle(booking)} · ${assetOf(booking)} · ${times}`}
        onPointerDown={(event) => props.onPointerDown(event, booking)}
        onKeyDown={(event) => props.onKeyDown(event, booking)}
        onBlur={props.onBlur}
        onClick={() => props.onOpen(booking.id)}
      >
        <span className={styles.eventTop}>
          <b className="cut">{name}</b>
          {state === 'done' && <IconCheck size={14} stroke={2} aria-hidden="true" />}
          {state === 'notConfirmed' && <IconCircleDashed size={14} stroke={2} aria-hidden="true" />}
          {state === 'noShow' && <IconX size={14} stroke={2} aria-hidden="true" />}
        </span>
        <span className={styles.eventWork}>{jobTitle(booking)}</span>
        <span className={`${styles.eventAsset} cut`}>{assetOf(booking)}</span>
        <span className="cut num">{times}</span>
        <span className="visually-hidden">
          {booking.resource.name}, {notice ? '' : words(`state.${state}`)}
        </span>
        {notice ? (
          <b className={`${styles.eventNotice} cut num`}>{notice}</b>
        ) : (
          <span className="cut num">{place}</span>
        )}
      </button>
      {bufferMinutes > 0 && freeAgain > right && (
        <span
          className={`${styles.buffer} num`}
          style={{ left: `${right * 100}%`, width: `${(freeAgain - right) * 100}%` }}
          title={t('buffer', { minutes: bufferMinutes })}
          aria-hidden="true"
        >
          <span>{bufferMinutes}</span>
        </span>
      )}
    </>
  );
});
