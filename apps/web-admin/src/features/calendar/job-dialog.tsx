'use client';
import { Button, Modal } from '@mantine/core';
import type { Booking, CalendarDay, SetBookingStatusBody } from '@servicepro/contracts/rest/scheduling';
import { IconMessage, IconPhone } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { setBookingStatus } from '../../api/bookings.ts';
import { keys } from '../../api/keys.ts';
import { useProblemWords } from '../../api/problem-words.ts';
import { formatPhone } from '../../ui/figures.ts';
import { useNotices } from '../../ui/use-notices.tsx';
import { assetOf, jobStateOf } from '../bookings/job-state.rules.ts';
import { JobStatus } from '../bookings/job-status.tsx';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './job-dialog.module.css';
import { MoveForm } from './move-form.tsx';
import { canMove } from './timeline.rules.ts';

type Props = { booking: Booking; day: CalendarDay; now: Date; onClose: () => void };
type NextStatus = Exclude<SetBookingStatusBody['status'], 'booked'>;

/** What can come after each status. */
const nextStatuses: Record<Booking['status'], readonly NextStatus[]> = {
  held: [],
  booked: ['confirmed', 'in_progress'],
  confirmed: ['in_progress', 'no_show'],
  in_progress: ['done'],
  done: [],
  cancelled: [],
  no_show: [],
};

/** One job: what, who, where, its bill; its next status; and a move without dragging. */
export function JobDialog({ booking, day, now, onClose }: Props) {
  const t = useTranslations('calendar.job');
  const words = useTranslations('job');
  const close = useTranslations('state')('close');
  const { format, path, canChange } = useTenancy();
  const phone = booking.customer?.phone;
  const name = booking.customer?.name || words('nameless');
  return (
    <Modal
      opened
      onClose={onClose}
      size={480}
      title={booking.number ? t('title', { name, number: booking.number }) : name}
      closeButtonProps={{ 'aria-label': close }}
    >
      <div className={styles.top}>
        <p className="num">
          <b>
            {t('when', {
              day: format.mediumDay(booking.startsAt),
              from: format.time(booking.startsAt),
              to: format.time(booking.endsAt),
            })}
          </b>
          <br />
          <span className="sec">{t('with', { person: booking.resource.name, asset: assetOf(booking) })}</span>
        </p>
        <JobStatus booking={booking} state={jobStateOf(booking, null)} now={now} />
      </div>
      {booking.address && <p className="sec">{booking.address}</p>}
      {booking.notes && <p className={styles.note}>{booking.notes}</p>}
      <Bill booking={booking} />
      <div className={styles.acts}>
        {booking.conversationId && (
          <Button
            component={Link}
            href={path(`inbox?thread=${booking.conversationId}`)}
            leftSection={<IconMessage size={15} stroke={1.75} />}
          >
            {t('thread')}
          </Button>
        )}
        {phone && (
          <Button component="a" href={`tel:${phone}`} leftSection={<IconPhone size={15} stroke={1.75} />}>
            {formatPhone(phone)}
          </Button>
        )}
        {canChange && <StatusButtons booking={booking} />}
      </div>
      {canChange && canMove(booking) && <MoveForm booking={booking} day={day} onMoved={onClose} />}
    </Modal>
  );
}

function Bill({ booking }: { booking: Booking }) {
  const t = useTranslations('calendar.job');
  const words = useTranslations('job');
  const { money } = useTenancy();
  const amount = (cents: number | null) => (cents === null ? words('noPrice') : money(cents, 'bill'));
  return (
    <dl className={styles.bill}>
      {booking.lines.map((line) => (
        <div key={`${line.kind}-${line.name}`}>
          <dt>{line.name}</dt>
          <dd className="money">{amount(line.priceCents)}</dd>
        </div>
      ))}
      <div className={styles.total}>
        <dt>{t('total')}</dt>
        <dd className="money">{amount(booking.totalCents)}</dd>
      </div>
    </dl>
  );
}

function StatusButtons({ booking }: { booking: Booking }) {
  const t = useTranslations('calendar.job');
  const { tenant } = useTenancy();
  const queryClient = useQueryClient();
  const words = useProblemWords();
  const notices = useNotices();
  const setting = useMutation({
    mutationFn: (status: NextStatus) =>
      setBookingStatus(tenant.id, booking.id, { status, version: booking.version }),
    onError: (error) => notices.warn(words(error)),
    onSettled: () =>
      Promise.all(
        [keys.days(tenant.id), keys.home(tenant.id)].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
  return nextStatuses[booking.status].map((status) => (
    <Button
      key={status}
      loading={setting.isPending && setting.variables === status}
      disabled={setting.isPending}
      onClick={() => setting.mutate(status)}
    >
      {t(`set.${status}`)}
    </Button>
  ));
}
