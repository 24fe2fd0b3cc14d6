import { expect, it } from 'vitest';
import { jobStateOf, jobTitle, lateMinutesOf, nextJobId } from './job-state.rules.ts';

const now = new Date('2026-03-12T15:40:00Z');

it('calls the first confirmed job that has not begun the next one', () => {
  const bookings = [
    { id: 'a', status: 'in_progress', startsAt: '2026-03-12T15:00:00Z' },
    { id: 'b', status: 'confirmed', startsAt: '2026-03-12T18:30:00Z' },
    { id: 'c', status: 'confirmed', startsAt: '2026-03-12T16:30:00Z' },
    { id: 'd', status: 'booked', startsAt: '2026-03-12T16:00:00Z' },
  ] as const;
  const nextId = nextJobId(bookings, now);
  expect(nextId).toBe('c');
  expect(bookings.map((booking) => jobStateOf(booking, nextId))).toEqual([
    'inProgress',
    'confirmed',
    'next',
    'notConfirmed',
  ]);
});

it('counts how late a job began, or is late to begin, and forgives five minutes', () => {
  const startsAt = '2026-03-12T15:00:00Z';
  expect(lateMinutesOf({ status: 'in_progress', startsAt, startedAt: '2026-03-12T15:20:00Z' }, now)).toBe(20);
  expect(lateMinutesOf({ status: 'confirmed', startsAt, startedAt: null }, now)).toBe(40);
  expect(lateMinutesOf({ status: 'in_progress', startsAt, startedAt: '2026-03-12T15:04:00Z' }, now)).toBe(0);
  expect(lateMinutesOf({ status: 'done', startsAt, startedAt: '2026-03-12T15:20:00Z' }, now)).toBe(0);
});

it('names the add-ons after the service, as people say it', () => {
  const line = (kind: 'service' | 'add_on', name: string) => ({
    kind,
    name,
    durationMinutes: 30,
    priceCents: null,
  });
  const service = { id: 's', name: 'Interior express', category: 'interior' };
  expect(
    jobTitle({
      service,
      lines: [line('service', 'Interior express'), line('add_on', 'Pet hair'), line('add_on', 'UV coat')],
    }),
  ).toBe('Interior express, pet hair, UV coat');
});
