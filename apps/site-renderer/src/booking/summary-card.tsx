import { durationWords } from '@servicepro/site-sections/duration-words.ts';
import { amountText } from './amount-text.ts';
import type { BookingSite } from './booking-site.ts';
import { useFormat, useWords } from './booking-words.tsx';
import { workOf } from './booking-work.rules.ts';
import { HoldMeter } from './hold-meter.tsx';
import type { Booking } from './use-booking.ts';

export type SummaryProps = { site: BookingSite; booking: Booking; secondsLeft: number };

/** What it costs and why, beside the steps; it never leaves the screen. */
export function SummaryCard({ site, booking, secondsLeft }: SummaryProps) {
  const words = useWords();
  return (
    <aside aria-label={words('sum.label')} className="summary">
      <HoldMeter booking={booking} secondsLeft={secondsLeft} />
      <SummaryLines site={site} booking={booking} />
      <p className="px-5 pb-5 text-[14.5px] text-mute">
        {words('sum.questions', { phone: site.phoneWords })}
      </p>
    </aside>
  );
}

export function SummaryLines({ site, booking }: Omit<SummaryProps, 'secondsLeft'>) {
  const words = useWords();
  const format = useFormat();
  const work = workOf(site, booking.state.choice);
  if (work.lines.length === 0) return <p className="px-5 py-4 text-mute">{words('sum.empty')}</p>;
  const amount = (cents: number | null, isFrom: boolean) => amountText({ cents, isFrom }, words, format);
  return (
    <>
      <ul className="px-5 pt-4 pb-1.5">
        {work.lines.map((line) => (
          <li key={line.key} className="flex justify-between gap-5 py-1.5">
            <span className="min-w-0 wrap-anywhere">{line.name}</span>
            <span className="shrink-0">{amount(line.cents, line.isFrom)}</span>
          </li>
        ))}
      </ul>
      <p className="summary-total">
        <span>{words('sum.total')}</span>
        <b className={work.totalCents === null || work.isTotalFrom ? 'text-2xl' : 'text-[34px]'}>
          {amount(work.totalCents, work.isTotalFrom)}
        </b>
      </p>
      <p className="px-5 pb-3 text-[14.5px] text-mute">
        {work.durationMinutes !== null &&
          `${words('sum.duration', { duration: durationWords(work.durationMinutes, words, format) })} `}
        {words('sum.after')}
      </p>
    </>
  );
}
