import type { AppError } from '@servicepro/service-kit/app-error';
import type { BusinessTime } from '../tenants/index.ts';
import { schedulingErrors } from './scheduling.errors.ts';
import { checkStart, parseStart, type StartVerdict } from './start.rules.ts';

/**
 * Reads a start from the wire: an instant, or a wall time of the business without an offset. Throws
 * `scheduling.nonexistent-local-time` with the times around the gap, and `scheduling.bad-time`.
 */
export function readStart(text: string, business: BusinessTime): Temporal.Instant {
  const parsed = parseStart(text, business.timeZone);
  if (parsed.kind === 'instant') return parsed.at;
  if (parsed.kind === 'unreadable') throw schedulingErrors.badTime();
  const [day = '', time = ''] = text.split('T');
  const detail = `On ${day} the clocks skip ${time.slice(0, 5)}: ${parsed.before} is the last time before, ${parsed.after} the first after.`;
  throw schedulingErrors.nonexistentLocalTime({ detail });
}

export interface StartInput {
  readonly business: BusinessTime;
  readonly startsAt: Temporal.Instant;
  readonly durationMinutes: number;
  readonly now: Temporal.Instant;
  readonly isByStaff: boolean;
  readonly isOutsideHours: boolean;
}

/** Refuses, in words, a start that clock or calendar do not allow. */
export function requireStart(input: StartInput): void {
  const error = toError(checkStart({ ...input, ...input.business }), input.business);
  if (error) throw error;
}

function toError(verdict: StartVerdict, business: BusinessTime): AppError | null {
  switch (verdict.kind) {
    case 'fine':
      return null;
    case 'bad-time':
      return schedulingErrors.badTime();
    case 'past':
      return schedulingErrors.timePast();
    case 'too-soon':
      return schedulingErrors.tooSoon();
    case 'beyond-horizon':
      return schedulingErrors.beyondHorizon();
    case 'holiday':
      return schedulingErrors.outsideHours({ detail: `The business is closed that day: ${verdict.name}.` });
    case 'closed':
      return schedulingErrors.outsideHours({
        detail: `The business is closed on ${weekdayName(verdict.weekday)}.`,
      });
    case 'outside-hours': {
      const hours = verdict.openings.map(
        ({ opensAt, closesAt }) => `${wallTime(opensAt, business)} to ${wallTime(closesAt, business)}`,
      );
      return schedulingErrors.outsideHours({ detail: `That day the business works ${hours.join(' and ')}.` });
    }
    default:
      return verdict satisfies never;
  }
}

function wallTime(at: Temporal.Instant, business: BusinessTime): string {
  return at.toZonedDateTimeISO(business.timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

function weekdayName(weekday: number): string {
  return weekdays[weekday - 1] ?? '';
}
