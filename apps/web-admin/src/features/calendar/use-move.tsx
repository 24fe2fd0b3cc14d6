import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Booking, CalendarDay } from '@servicepro/contracts/rest/scheduling';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { moveBooking } from '../../api/bookings.ts';
import { keys } from '../../api/keys.ts';
import { useProblemWords } from '../../api/problem-words.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './calendar.module.css';
import { useDragWords } from './drag-words.ts';
import { type Conflict, movedTo, type Place } from './timeline.rules.ts';

/** How long a move can be undone from its notice. */
const UNDO_MS = 10_000;

type Move = { from: Booking; to: Booking; isUndo: boolean };

/** Moves at once on the screen, then on the server; what the server refuses goes back to its place, with words. */
export function useMove(day: CalendarDay) {
  const t = useTranslations('calendar');
  const { tenant, format } = useTenancy();
  const queryClient = useQueryClient();
  const words = useProblemWords();
  const drag = useDragWords(day);
  const dayKey = keys.days(tenant.id);
  const show = (booking: Booking) =>
    queryClient.setQueriesData<CalendarDay>({ queryKey: dayKey }, (one) => one && withBooking(one, booking));

  const moving = useMutation({
    mutationFn: ({ to }: Move) =>
      moveBooking(tenant.id, to.id, {
        startsAt: to.startsAt,
        resourceId: to.resource.id,
        version: to.version,
      }),
    onMutate: async ({ to }) => {
      await queryClient.cancelQueries({ queryKey: dayKey });
      show(to);
    },
    onSuccess: (answer, { from, isUndo }) => {
      show(answer);
      const name = drag.nameOf(answer);
      const where = { name, time: format.time(answer.startsAt), person: answer.resource.name };
      const id = `moved-${answer.id}`;
      if (isUndo) {
        notifications.show({ message: t('putBackDone', where) });
        return;
      }
      const undo = () => {
        notifications.hide(id);
        moving.mutate({ from: answer, to: { ...from, version: answer.version }, isUndo: true });
      };
      notifications.hide(id);
      notifications.show({
        id,
        autoClose: UNDO_MS,
        message: (
          <span className={styles.notice}>
            <span>{t('moved', where)}</span>
            <Button size="sm" onClick={undo}>
              {t('undoMove')}
            </Button>
          </span>
        ),
      });
    },
    onError: (error, { from }) => {
      show(from);
      const back = t('backAt', {
        name: drag.nameOf(from),
        time: format.time(from.startsAt),
        person: from.resource.name,
      });
      notifications.show({ message: `${words(error)} ${back}`, color: 'red', autoClose: UNDO_MS });
    },
    onSettled: () =>
      Promise.all(
        [dayKey, keys.home(tenant.id)].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      ),
  });

  const { mutate } = moving;
  return useCallback(
    (booking: Booking, place: Place, conflicts: Conflict[]) => {
      const [conflict] = conflicts;
      if (conflict) {
        const back = t('backAt', {
          name: drag.nameOf(booking),
          time: format.time(booking.startsAt),
          person: booking.resource.name,
        });
        notifications.show({ message: `${drag.conflict(conflict)}. ${back}`, color: 'red' });
        return;
      }
      mutate({ from: booking, to: movedTo(booking, place, day), isUndo: false });
    },
    [mutate, day, drag, format, t],
  );
}

function withBooking(day: CalendarDay, booking: Booking): CalendarDay {
  if (!day.bookings.some((one) => one.id === booking.id)) return day;
  return { ...day, bookings: day.bookings.map((one) => (one.id === booking.id ? booking : one)) };
}
