import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { createBooking } from '../../api/bookings.ts';
import { keys } from '../../api/keys.ts';
import { useProblemWords } from '../../api/problem-words.ts';
import { useNotices } from '../../ui/use-notices.tsx';
import { useTenancy } from '../shell/tenancy.tsx';
import type { NewJobFields } from './new-job-form.tsx';

/** Books, says so only when the server has the row, and on a taken slot shows the times that are left. */
export function useBookJob(onBooked: () => void) {
  const t = useTranslations('newJob');
  const { tenant, format } = useTenancy();
  const queryClient = useQueryClient();
  const words = useProblemWords();
  const notices = useNotices();
  const sent = useRef<{ text: string; key: string } | null>(null);
  const booking = useMutation({
    mutationFn: ({ slot, date: _date, ...fields }: NewJobFields) => {
      const [startsAt = '', resourceId = ''] = slot.split('|');
      // The same order sent again after a timeout is the same booking, not a second one.
      const text = JSON.stringify({ ...fields, slot });
      if (sent.current?.text !== text) sent.current = { text, key: crypto.randomUUID() };
      return createBooking(tenant.id, {
        ...fields,
        startsAt,
        resourceId,
        addOnIds: [],
        notes: '',
        isOutsideHours: false,
        idempotencyKey: sent.current.key,
      });
    },
    onSuccess: (made) => {
      notices.tell(
        t('booked', {
          number: made.number ?? '',
          name: made.customer?.name ?? '',
          day: format.mediumDay(made.startsAt),
          time: format.time(made.startsAt),
        }),
      );
      onBooked();
    },
    onSettled: () =>
      Promise.all(
        [keys.days(tenant.id), keys.home(tenant.id), keys.slots(tenant.id)].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
  return {
    book: booking.mutate,
    isBooking: booking.isPending,
    error: booking.error ? words(booking.error) : null,
  };
}
