import { type Form, field } from './wire-format.ts';

/**
 * Whether an instant passes the filters `Name`, `Name<` and `Name>` of a query: days or instants, in UTC. The
 * inequalities include their bound; what has no instant passes no filter.
 */
export function passesInstantFilter(query: Form, name: string, instant: string | null): boolean {
  const bounds = { on: field(query, name), until: field(query, `${name}<`), since: field(query, `${name}>`) };
  if (bounds.on === '' && bounds.until === '' && bounds.since === '') return true;
  if (instant === null) return false;
  const seconds = Math.floor(Date.parse(instant) / 1000);
  if (bounds.on !== '' && (seconds < startOf(bounds.on) || seconds > endOf(bounds.on))) return false;
  if (bounds.until !== '' && seconds > endOf(bounds.until)) return false;
  return bounds.since === '' || seconds >= startOf(bounds.since);
}

const daySeconds = 86_400;

function startOf(bound: string): number {
  return Math.floor(Date.parse(bound) / 1000);
}

// "On or before" a day is until its end.
function endOf(bound: string): number {
  return startOf(bound) + (/^\d{4}-\d{2}-\d{2}$/.test(bound) ? daySeconds - 1 : 0);
}
