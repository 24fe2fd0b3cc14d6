import type { SlotAnswer } from '@servicepro/contracts/rest/scheduling';
import {
  type BookingEvent,
  type BookingState,
  chosenStart,
  type Field,
  type FieldErrors,
} from './booking-state.ts';

/** All that can happen to a booking that is being made. Pure; requests and clocks are in use-booking.ts. */
export function reduceBooking(state: BookingState, event: BookingEvent): BookingState {
  switch (event.type) {
    case 'linked':
      return { ...state, choice: event.choice, wantedStartsAt: event.startsAt };
    case 'choice-changed':
      return {
        ...state,
        choice: event.choice,
        // The same time is asked for again: with other work it may last longer and no longer fit.
        wantedStartsAt: chosenStart(state.hold) ?? state.wantedStartsAt,
        hold: { kind: 'none' },
        errors: without(state.errors, 'service', 'assetClass'),
        fault: null,
      };
    case 'details-changed':
      return {
        ...state,
        details: { ...state.details, ...event.details },
        errors: without(state.errors, ...(Object.keys(event.details) as Field[])),
      };
    case 'day-chosen':
      return { ...state, fromDay: event.fromDay };
    case 'checked':
      return { ...state, errors: event.errors };
    case 'sending':
      return { ...state, isSending: true, fault: null };
    case 'send-failed':
      return { ...state, isSending: false, fault: event.fault, errors: event.errors ?? state.errors };
    case 'booked':
      return { ...state, isSending: false, confirmation: event.confirmation };
    default:
      return reduceTime(state, event);
  }
}

type TimeEvent = Extract<BookingEvent, { type: `times-${string}` | `hold-${string}` | 'slot-taken' }>;

function reduceTime(state: BookingState, event: TimeEvent): BookingState {
  switch (event.type) {
    case 'times-asked':
      return { ...state, timesVersion: state.timesVersion + 1 };
    case 'times-loading':
      return { ...state, times: { kind: 'loading', before: answerOf(state) } };
    case 'times-ready':
      return { ...state, times: { kind: 'ready', answer: event.answer }, wantedStartsAt: null };
    case 'times-added':
      return { ...state, times: { kind: 'ready', answer: joined(answerOf(state), event.answer) } };
    case 'times-failed':
      return { ...state, times: { kind: 'failed' } };
    case 'hold-asked':
      return {
        ...state,
        hold: { kind: 'asking', startsAt: event.startsAt },
        errors: without(state.errors, 'time'),
        fault: null,
      };
    case 'hold-made':
      return {
        ...state,
        hold: { kind: 'held', hold: event.hold, secondsLeft: event.secondsLeft },
        fault: null,
      };
    case 'hold-refused':
      return { ...state, hold: { kind: 'none' }, fault: event.fault };
    case 'hold-expired': {
      const startsAt = chosenStart(state.hold);
      if (startsAt === null) return state;
      return { ...again(state), hold: { kind: 'expired', startsAt } };
    }
    case 'slot-taken': {
      const { startsAt, alternatives } = event;
      return { ...again(state), hold: { kind: 'taken', startsAt, alternatives } };
    }
    default: {
      const unknown: never = event;
      return unknown;
    }
  }
}

function again(state: BookingState): BookingState {
  return { ...state, isSending: false, fault: null, timesVersion: state.timesVersion + 1 };
}

export function answerOf({ times }: BookingState): SlotAnswer | null {
  if (times.kind === 'ready') return times.answer;
  return times.kind === 'loading' ? times.before : null;
}

function joined(before: SlotAnswer | null, more: SlotAnswer): SlotAnswer {
  if (before === null) return more;
  const known = new Set(before.days.map((day) => day.day));
  return { ...more, days: [...before.days, ...more.days.filter((day) => !known.has(day.day))] };
}

function without(errors: FieldErrors, ...fields: Field[]): FieldErrors {
  const rest = { ...errors };
  for (const field of fields) delete rest[field];
  return rest;
}
