import { useState } from 'react';
import { chosenStart } from './booking-state.ts';
import { useFormat, useWords } from './booking-words.tsx';
import { fewStarts } from './few-starts.rules.ts';
import type { Booking } from './use-booking.ts';

export type SlotButtonsProps = { starts: readonly number[]; booking: Booking };

/** Buttons, not a radio group: arrow keys would hold every slot they pass. A long day opens on demand. */
export function SlotButtons({ starts, booking }: SlotButtonsProps) {
  const words = useWords();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const text = chosenStart(booking.state.hold);
  const chosen = text === null ? null : Date.parse(text);
  const isFullHour = (start: number) => /\D00\b/.test(format.time(new Date(start)));
  const shown = isOpen ? starts : fewStarts(starts, chosen, isFullHour);
  return (
    <div className="flex flex-wrap gap-2">
      {shown.map((start) => {
        const startsAt = new Date(start).toISOString();
        const time = format.time(startsAt);
        return (
          <button
            key={start}
            type="button"
            aria-pressed={chosen === start}
            aria-label={words('time.slot', { day: format.day(startsAt), time })}
            onClick={() => chosen !== start && booking.take(startsAt)}
            className="slot"
          >
            {time}
          </button>
        );
      })}
      {shown.length < starts.length && (
        <button type="button" onClick={() => setIsOpen(true)} className="text-link min-h-11 px-2">
          {words('time.all', { count: starts.length })}
        </button>
      )}
    </div>
  );
}
