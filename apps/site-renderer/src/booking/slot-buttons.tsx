import { chosenStart } from './booking-state.ts';
import { useFormat, useWords } from './booking-words.tsx';
import type { Booking } from './use-booking.ts';

export type SlotButtonsProps = { starts: readonly number[]; booking: Booking };

/** Buttons, not a radio group: arrow keys would hold every slot they pass. */
export function SlotButtons({ starts, booking }: SlotButtonsProps) {
  const words = useWords();
  const format = useFormat();
  const chosen = chosenStart(booking.state.hold);
  return (
    <div className="flex flex-wrap gap-2">
      {starts.map((start) => {
        const startsAt = new Date(start).toISOString();
        const isChosen = chosen !== null && Date.parse(chosen) === start;
        const time = format.time(startsAt);
        return (
          <button
            key={start}
            type="button"
            aria-pressed={isChosen}
            aria-label={words('time.slot', { day: format.day(startsAt), time })}
            onClick={() => !isChosen && booking.take(startsAt)}
            className="slot"
          >
            {time}
          </button>
        );
      })}
    </div>
  );
}
