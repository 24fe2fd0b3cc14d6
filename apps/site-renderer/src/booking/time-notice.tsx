import { useFormat, useWords } from './booking-words.tsx';
import { SlotButtons } from './slot-buttons.tsx';
import type { Booking } from './use-booking.ts';

export type TimeNoticeProps = { booking: Booking };

/** Why a time is asked for again, with what is free instead. */
export function TimeNotice({ booking }: TimeNoticeProps) {
  const words = useWords();
  const format = useFormat();
  const { hold } = booking.state;
  if (hold.kind === 'expired') return <p className="notice">{words('time.expired')}</p>;
  if (hold.kind !== 'taken') return null;
  const time = words('time.slot', { day: format.day(hold.startsAt), time: format.time(hold.startsAt) });
  if (hold.alternatives.length === 0) return <p className="notice">{words('time.taken', { time })}</p>;
  return (
    <div className="notice">
      <p>{words('time.takenOthers', { time })}</p>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-2">
        {hold.alternatives.map((slot) => (
          <li key={slot.startsAt} className="flex items-center gap-2">
            {format.day(slot.startsAt)}
            <SlotButtons starts={[Date.parse(slot.startsAt)]} booking={booking} />
          </li>
        ))}
      </ul>
    </div>
  );
}
