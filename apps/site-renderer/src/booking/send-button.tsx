import { useFormat, useWords } from './booking-words.tsx';
import type { Booking } from './use-booking.ts';

export type SendButtonProps = { booking: Booking; isShort: boolean };

/** Names time and money once both are known. It is never disabled: pressed too early, it says what is missing. */
export function SendButton({ booking, isShort }: SendButtonProps) {
  const words = useWords();
  const format = useFormat();
  const { hold, isSending } = booking.state;
  const label = () => {
    if (isSending) return words('send.sending');
    if (hold.kind !== 'held') return words('send.book');
    const { startsAt, totalCents } = hold.hold;
    const when = { day: format.day(startsAt), time: format.time(startsAt) };
    if (isShort)
      return totalCents === null
        ? words('send.book')
        : words('send.bookShort', { price: format.money(totalCents) });
    return totalCents === null
      ? words('send.bookTime', when)
      : words('send.bookTimePrice', { ...when, price: format.money(totalCents) });
  };
  return (
    <button type="submit" form="booking" aria-busy={isSending} className="send">
      {label()}
    </button>
  );
}
