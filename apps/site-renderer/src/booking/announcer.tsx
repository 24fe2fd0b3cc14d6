import { useFormat, useWords } from './booking-words.tsx';
import type { Booking } from './use-booking.ts';

export type AnnouncerProps = { booking: Booking; secondsLeft: number };

/** Says what changed to people who do not see it: times read, held, nearly over, over, taken, refused. */
export function Announcer({ booking, secondsLeft }: AnnouncerProps) {
  const words = useWords();
  const format = useFormat();
  const { hold, times, fault } = booking.state;
  const slot = (startsAt: string) =>
    words('time.slot', { day: format.day(startsAt), time: format.time(startsAt) });
  const text = () => {
    if (fault) return words(`errors.${fault}`);
    if (hold.kind === 'held' && secondsLeft <= 60) return words('time.soon');
    if (hold.kind === 'held') return words('time.held', { time: slot(hold.hold.startsAt), minutes: 10 });
    if (hold.kind === 'asking') return words('time.holding', { time: slot(hold.startsAt) });
    if (hold.kind === 'expired') return words('time.expired');
    if (hold.kind === 'taken') return words('time.taken', { time: slot(hold.startsAt) });
    if (times.kind === 'failed') return words('time.failed');
    if (times.kind !== 'ready') return '';
    return words('time.loaded', { count: times.answer.days.reduce((sum, day) => sum + day.slots.length, 0) });
  };
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {text()}
    </p>
  );
}
