import type { Booking, CalendarDay } from '@servicepro/contracts/rest/scheduling';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { moveBooking, undoMove } from '../../api/bookings.ts';
import { keys } from '../../api/keys.ts';
import { useProblemWords } from '../../api/problem-words.ts';
import { useNotices } from '../../ui/use-notices.tsx';
import { useTenancy } from '../shell/tenancy.tsx';
import { useDragWords } from './drag-words.ts';
import { type Conflict, movedTo, type Place } from './timeline.rules.ts';

type Move = { from: Booking; to: Booking; isUndo: boolean };

/** Moves at once on the screen, then on the server; what the server refuses goes back to its place, with words. */
export function useMove(day: CalendarDay) {
  const t = useTranslations('calendar');
  const { tenant, format } = useTenancy();
  const queryClient = useQueryClient();
  const words = useProblemWords();
  const notices = useNotices();
  const drag = useDragWords(day);
  const dayKey = keys.days(tenant.id);
  const show = (booking: Booking) =>
    queryClient.setQueriesData<CalendarDay>({ queryKey: dayKey }, (one) => one && withBooking(one, booking));
  const where = (booking: Booking) => ({
    name: drag.nameOf(booking),
    time: format.time(booking.startsAt),
    person: booking.resource.name,
  });

  const moving = useMutation({
    mutationFn: ({ to, isUndo }: Move) =>
      isUndo
        ? undoMove(tenant.id, to.id, to.version)
        : moveBooking(tenant.id, to.id, {
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
      if (isUndo) notices.tell(t('putBackDone', where(answer)));
      else
        notices.offerUndo(t('moved', where(answer)), t('undoMove'), () =>
          moving.mutate({ from: answer, to: { ...from, version: answer.version }, isUndo: true }),
        );
    },
    onError: (error, { from }) => {
      show(from);
      notices.warn(`${words(error)} ${t('backAt', where(from))}`);
    },
    onSettled: () =>
      Promise.all(
        [dayKey, keys.home(tenant.id)].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      ),
  });

  return (booking: Booking, place: Place, conflicts: Conflict[]) => {
    const [conflict] = conflicts;
    if (conflict) notices.warn(`${drag.conflict(conflict)}. ${t('backAt', where(booking))}`);
    else moving.mutate({ from: booking, to: movedTo(booking, place, day), isUndo: false });
  };
}

function withBooking(day: CalendarDay, booking: Booking): CalendarDay {
  if (!day.bookings.some((one) => one.id === booking.id)) return day;
  return { ...day, bookings: day.bookings.map((one) => (one.id === booking.id ? booking : one)) };
}
