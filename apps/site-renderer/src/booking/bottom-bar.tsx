import { amountText } from './amount-text.ts';
import { useFormat, useWords } from './booking-words.tsx';
import { workOf } from './booking-work.rules.ts';
import { clockText, HoldBar, MoreTime } from './hold-meter.tsx';
import { SendButton } from './send-button.tsx';
import { SummaryLines, type SummaryProps } from './summary-card.tsx';

/** The phone's summary: total, time left and the button, in the safe area; the lines open above it. */
export function BottomBar({ site, booking, secondsLeft }: SummaryProps) {
  const words = useWords();
  const format = useFormat();
  const { hold, choice } = booking.state;
  const { totalCents, isTotalFrom, lines } = workOf(site, choice);
  const total = { cents: totalCents, isFrom: isTotalFrom };
  return (
    <div className="bottom-bar">
      {hold.kind === 'held' && <HoldBar secondsLeft={secondsLeft} />}
      <div className="grid grid-cols-[1fr_auto] items-center gap-3 px-4 pt-3 pb-3.5 leading-tight">
        <div className="min-w-0">
          <b className="bottom-total">{lines.length === 0 ? '–' : amountText(total, words, format)}</b>
          <small className="block text-sm text-bar-mute">
            {hold.kind === 'held'
              ? `${format.day(hold.hold.startsAt)}, ${format.time(hold.hold.startsAt)}. ${words('sum.left', { time: clockText(secondsLeft) })}`
              : words('sum.notHeld')}
          </small>
          {lines.length > 0 && (
            <div className="flex gap-4 text-sm text-bar-mute">
              <details className="lines">
                <summary className="cursor-pointer py-1 underline underline-offset-3">
                  {words('sum.lines')}
                </summary>
                <div className="lines-sheet">
                  <SummaryLines site={site} booking={booking} />
                </div>
              </details>
              {hold.kind === 'held' && <MoreTime booking={booking} />}
            </div>
          )}
        </div>
        <SendButton booking={booking} isShort />
      </div>
    </div>
  );
}
