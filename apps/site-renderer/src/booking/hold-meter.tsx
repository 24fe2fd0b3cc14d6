import { holdSeconds } from './booking-api.ts';
import { useFormat, useWords } from './booking-words.tsx';
import type { Booking } from './use-booking.ts';

export type HoldMeterProps = { booking: Booking; secondsLeft: number };

/** The chosen time and how long it is kept. */
export function HoldMeter({ booking, secondsLeft }: HoldMeterProps) {
  const words = useWords();
  const format = useFormat();
  const { hold } = booking.state;
  if (hold.kind !== 'held' && hold.kind !== 'asking') {
    return <p className="hold-head">{words('sum.notHeld')}</p>;
  }
  const startsAt = hold.kind === 'held' ? hold.hold.startsAt : hold.startsAt;
  return (
    <div className="hold-head">
      <p>
        {format.day(startsAt)}, {format.time(startsAt)}
        <small className="hold-note">
          {hold.kind === 'held' ? words('sum.heldWhile') : words('sum.asking')}{' '}
          {hold.kind === 'held' && <MoreTime booking={booking} />}
        </small>
      </p>
      {hold.kind === 'held' && (
        <>
          <b role="timer" className="hold-clock">
            {clockText(secondsLeft)}
          </b>
          <HoldBar secondsLeft={secondsLeft} />
        </>
      )}
    </div>
  );
}

export function MoreTime({ booking }: { booking: Booking }) {
  const words = useWords();
  return (
    <button type="button" onClick={booking.moreTime} className="cursor-pointer underline underline-offset-3">
      {words('sum.more')}
    </button>
  );
}

export function HoldBar({ secondsLeft }: { secondsLeft: number }) {
  return <progress max={holdSeconds} value={secondsLeft} aria-hidden="true" className="hold-bar" />;
}

/** "6:42". */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
