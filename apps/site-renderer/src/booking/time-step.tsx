import type { SlotDay } from '@servicepro/contracts/rest/scheduling';
import { durationWords } from '@servicepro/site-sections/duration-words.ts';
import { answerOf } from './booking.reducer.ts';
import type { BookingSite } from './booking-site.ts';
import { chosenStart } from './booking-state.ts';
import { useFormat, useWords } from './booking-words.tsx';
import { FieldError } from './field-error.tsx';
import { SlotButtons } from './slot-buttons.tsx';
import { Step } from './step.tsx';
import { TimeNotice } from './time-notice.tsx';
import type { Booking } from './use-booking.ts';

export type TimeStepProps = { site: BookingSite; booking: Booking };

/** Rows by day, in the business's zone. Closed and full days stay and say why. */
export function TimeStep({ site, booking }: TimeStepProps) {
  const words = useWords();
  const { state } = booking;
  const hasWork = state.choice.serviceId !== null && state.choice.assetClassId !== null;
  const step = state.hold.kind === 'held' ? 'done' : hasWork ? 'current' : 'open';
  return (
    <Step
      number={3}
      title={words('time.title')}
      state={step}
      aside={hasWork && <DayJump site={site} booking={booking} />}
    >
      {hasWork ? <Times site={site} booking={booking} /> : <p className="hint mt-0">{words('time.needs')}</p>}
      <FieldError field="time" errors={state.errors} />
    </Step>
  );
}

function DayJump({ site, booking }: TimeStepProps) {
  const words = useWords();
  return (
    <label className="flex flex-wrap items-center justify-end gap-x-2 text-[15px] font-semibold">
      {words('time.jump')}
      <input
        type="date"
        min={site.today}
        value={booking.state.fromDay ?? ''}
        onChange={(event) => booking.showFrom(event.target.value || null)}
        className="field min-h-11 w-[150px] py-1"
      />
    </label>
  );
}

function Times({ site, booking }: TimeStepProps) {
  const words = useWords();
  const format = useFormat();
  const { state } = booking;
  const answer = answerOf(state);
  if (state.times.kind === 'failed') {
    return (
      <p className="hint mt-0">
        {words('time.failed')}{' '}
        <button type="button" onClick={booking.retryTimes} className="text-link">
          {words('time.retry')}
        </button>
      </p>
    );
  }
  if (answer === null) return <p className="hint mt-0">{words('time.loading')}</p>;
  const duration = durationWords(answer.durationMinutes, words, format);
  return (
    <div aria-busy={state.times.kind === 'loading'}>
      <TimeNotice booking={booking} />
      <p className="hint mt-0 mb-1.5">{words('time.note', { duration, city: site.city })}</p>
      <ul>
        {answer.days.map((day) => (
          <DayRow key={day.day} day={day} today={site.today} booking={booking} />
        ))}
      </ul>
      <button type="button" onClick={booking.showMoreDays} className="text-link mt-3 py-2">
        {words('time.more')}
      </button>
    </div>
  );
}

function DayRow({ day, today, booking }: { day: SlotDay; today: string; booking: Booking }) {
  const words = useWords();
  const format = useFormat();
  const chosen = chosenStart(booking.state.hold);
  // The slot that is held for this visitor is no longer free, so the list may lack it: it stays in its row.
  const starts = new Set(day.slots.map((slot) => Date.parse(slot.startsAt)));
  if (chosen !== null && format.dayKey(chosen) === day.day) starts.add(Date.parse(chosen));
  const near = nearWord(day.day, today);
  return (
    <li className="day-row">
      <h3 className="font-[650]">
        {format.calendarDay(day.day)}
        {near && <small className="day-near">{words(near)}</small>}
      </h3>
      {starts.size > 0 ? (
        <SlotButtons starts={[...starts].sort((one, other) => one - other)} booking={booking} />
      ) : (
        <p className="text-mute">{closedWord(day, words)}</p>
      )}
    </li>
  );
}

function nearWord(day: string, today: string): 'time.today' | 'time.tomorrow' | null {
  if (day === today) return 'time.today';
  return Date.parse(day) - Date.parse(today) === 86_400_000 ? 'time.tomorrow' : null;
}

function closedWord(day: SlotDay, words: ReturnType<typeof useWords>): string {
  if (day.reason === 'holiday' && day.note) return words('time.closedFor', { holiday: day.note });
  if (day.reason === 'holiday') return words('time.closed');
  return words(`time.${day.reason ?? 'full'}`);
}
