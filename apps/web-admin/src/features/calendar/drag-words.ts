import type { Booking, CalendarDay } from '@servicepro/contracts/rest/scheduling';
import { useTranslations } from 'next-intl';
import { instantAt } from '../../ui/time/zoned-time.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import { type Conflict, durationMinutesOf } from './timeline.rules.ts';
import type { ActiveDrag } from './use-drag.ts';

/** What a drag says, in words: for the eye in the box beside it, for a screen reader in one sentence. */
export function useDragWords(day: CalendarDay) {
  const t = useTranslations('calendar');
  const job = useTranslations('job');
  const { format } = useTenancy();
  const at = (minutes: number) => instantAt(day.day, minutes, day.timeZone);
  const nameOf = (booking: Booking) => booking.customer?.name || job('nameless');
  const clockAt = (minutes: number) => format.clock(at(minutes));
  const timeAt = (minutes: number) => format.time(at(minutes));
  const timesAt = ({ booking, place }: ActiveDrag) =>
    t('fromTo', {
      from: clockAt(place.startMinutes),
      to: clockAt(place.startMinutes + durationMinutesOf(booking)),
    });
  const conflict = (one: Conflict) => {
    if (one.kind === 'time-off') return t('conflict.timeOff', { reason: one.reason || t('dayOff') });
    return t(`conflict.${one.kind}`, { name: nameOf(one.booking), minutes: one.minutes });
  };
  const conflictDetail = (one: Conflict) => {
    if (one.kind === 'time-off') return t('conflict.until', { what: t('dayOff'), time: timeAt(one.to) });
    return t('conflict.until', { what: one.booking.service.name, time: format.time(one.booking.endsAt) });
  };
  const spoken = (active: ActiveDrag) => {
    const person = day.resources.find((resource) => resource.id === active.place.resourceId)?.name ?? '';
    const [first] = active.conflicts;
    const state = first ? conflict(first) : t('isFreeSpoken');
    return t('spoken', { name: nameOf(active.booking), person, times: timesAt(active), state });
  };
  return { nameOf, clockAt, timeAt, timesAt, conflict, conflictDetail, spoken };
}
