import type { Hold, SlotAnswer } from '@servicepro/contracts/rest/scheduling';
import { fixtureId } from '@servicepro/site-sections/fixtures/sites.data.ts';
import { describe, expect, test } from 'vitest';
import { reduceBooking } from './booking.reducer.ts';
import { type BookingEvent, type BookingState, initialState } from './booking-state.ts';

const startsAt = '2026-11-24T14:30:00Z';
const choice = { serviceId: fixtureId(24), assetClassId: fixtureId(12), addOnIds: [] };
const details = {
  assetName: '2021 Ascent',
  address: '1420 E Palm Ln',
  customerName: 'Dana',
  customerPhone: '5125550142',
};
const hold: Hold = {
  id: fixtureId(51),
  startsAt,
  endsAt: '2026-11-24T20:30:00Z',
  expiresAt: '2026-11-24T12:10:00Z',
  durationMinutes: 360,
  lines: [],
  totalCents: 28_500,
  currency: 'USD',
};

function after(...events: BookingEvent[]): BookingState {
  const typed: BookingEvent = { type: 'details-changed', details };
  return [typed, ...events].reduce(reduceBooking, initialState(choice, null));
}

const asked: BookingEvent = { type: 'hold-asked', startsAt };
const held: BookingEvent = { type: 'hold-made', hold, secondsLeft: 600 };

describe('a booking that is being made', () => {
  test('an expired hold keeps all input and asks for a new time', () => {
    const state = after(asked, held, { type: 'hold-expired' });
    expect(state.hold).toEqual({ kind: 'expired', startsAt });
    expect(state.details).toMatchObject(details);
    expect(state.choice).toEqual(choice);
    expect(state.timesVersion).toBe(1);
  });

  test('a slot that was taken meanwhile shows what is free, and the times are read again', () => {
    const alternatives = [
      {
        startsAt: '2026-11-24T16:00:00Z',
        endsAt: '2026-11-24T22:00:00Z',
        resourceId: fixtureId(41),
        resourceName: 'Marcus',
      },
    ];
    const state = after(asked, held, { type: 'sending' }, { type: 'slot-taken', startsAt, alternatives });
    expect(state.hold).toEqual({ kind: 'taken', startsAt, alternatives });
    expect(state).toMatchObject({ isSending: false, confirmation: null, timesVersion: 1 });
  });

  test('other work lets the time go and wants the same time again', () => {
    const state = after(asked, held, {
      type: 'choice-changed',
      choice: { ...choice, addOnIds: [fixtureId(31)] },
    });
    expect(state.hold).toEqual({ kind: 'none' });
    expect(state.wantedStartsAt).toBe(startsAt);
  });

  test('a time is wanted only until the next answer', () => {
    const answer: SlotAnswer = {
      timeZone: 'America/Chicago',
      durationMinutes: 60,
      priceCents: null,
      currency: 'USD',
      days: [],
    };
    const state = after(asked, held, { type: 'choice-changed', choice }, { type: 'times-ready', answer });
    expect(state.wantedStartsAt).toBeNull();
  });

  test('an end of time without a hold changes nothing', () => {
    const before = after();
    expect(reduceBooking(before, { type: 'hold-expired' })).toBe(before);
  });

  test('typing into a field takes its error away and leaves the others', () => {
    const wrong = after({ type: 'checked', errors: { customerName: 'x', customerPhone: 'x' } });
    const state = reduceBooking(wrong, { type: 'details-changed', details: { customerName: 'D' } });
    expect(state.errors).toEqual({ customerPhone: 'x' });
  });

  test('nothing is said to be booked before the answer', () => {
    expect(after(asked, held, { type: 'sending' }).confirmation).toBeNull();
    expect(
      after(asked, held, { type: 'sending' }, { type: 'send-failed', fault: 'unreachable' }),
    ).toMatchObject({
      confirmation: null,
      isSending: false,
      hold: { kind: 'held' },
    });
  });

  test('days read later are added once', () => {
    const day = (text: string) => ({ day: text, slots: [], reason: 'full' as const, note: null });
    const answer = { timeZone: 'UTC', durationMinutes: 60, priceCents: null, currency: 'USD' };
    const state = after(
      { type: 'times-ready', answer: { ...answer, days: [day('2026-11-24')] } },
      { type: 'times-added', answer: { ...answer, days: [day('2026-11-24'), day('2026-11-25')] } },
    );
    expect(state.times).toMatchObject({ answer: { days: [{ day: '2026-11-24' }, { day: '2026-11-25' }] } });
  });
});
