import type { Home } from '@servicepro/contracts/rest/home';
import type { TenantDb } from '@servicepro/db';
import { readCalendarDay } from '../scheduling/index.ts';
import { findBusinessTime } from '../tenants/index.ts';
import { countAiWork, countJobs, listWaiting } from './home.repository.ts';
import { homePeriods, percentOf, toFigure } from './home.rules.ts';

/** Home: today's jobs, what waits for a person, and four figures that each open to the rows they count. */
export async function readHome(db: TenantDb, now: Temporal.Instant): Promise<Home> {
  const { timeZone, currency } = await findBusinessTime(db);
  const today = await readCalendarDay(db, { now });
  const counts = await countJobs(db, homePeriods(now, timeZone));
  const waiting = await listWaiting(db, now);
  const since = closedSince(now, timeZone);
  const ai = await countAiWork(db, since);
  const shares = counts.made.map((made, index) => percentOf(counts.by_ai[index] ?? 0, made));
  return {
    figures: {
      jobsToday: toFigure(counts.jobs),
      jobsDone: toFigure(counts.done),
      bookedByAi: { ...toFigure(shares), of: counts.made.at(-1) ?? 0, count: counts.by_ai.at(-1) ?? 0 },
      waiting: { value: waiting.total, before: null, bars: [] },
    },
    today,
    waiting: waiting.items,
    waitingTotal: waiting.total,
    ai: {
      since: since.toString(),
      texts: ai.texts,
      bookings: ai.bookings,
      bookedCents: ai.booked_cents,
      handOffs: ai.hand_offs,
      currency,
    },
  };
}

/** Six in the evening before: what happened while people were away. */
function closedSince(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  return now
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .subtract({ days: 1 })
    .toZonedDateTime({ timeZone, plainTime: '18:00' })
    .toInstant();
}
