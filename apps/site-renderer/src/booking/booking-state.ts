import type { BookingConfirmation, Hold, Slot, SlotAnswer } from '@servicepro/contracts/rest/scheduling';

export type Choice = {
  serviceId: string | null;
  assetClassId: string | null;
  addOnIds: readonly string[];
};

export type Details = {
  assetName: string;
  address: string;
  customerName: string;
  customerPhone: string;
  wantsOffers: boolean;
};

export type Field = 'service' | 'assetClass' | 'address' | 'time' | 'customerName' | 'customerPhone';
export type FieldErrors = Partial<Record<Field, string>>;

export type Times =
  | { kind: 'waiting' }
  | { kind: 'loading'; before: SlotAnswer | null }
  | { kind: 'ready'; answer: SlotAnswer }
  | { kind: 'failed' };

export type HoldState =
  | { kind: 'none' }
  | { kind: 'asking'; startsAt: string }
  | { kind: 'held'; hold: Hold; secondsLeft: number }
  /** The time ran out: all that was typed stays, only the time is asked for again. */
  | { kind: 'expired'; startsAt: string }
  | { kind: 'taken'; startsAt: string; alternatives: readonly Slot[] };

/** Why the last request came to nothing; the words are the form's. */
export type Fault = 'unreachable' | 'tooMany' | 'refused';

export type BookingState = {
  choice: Choice;
  details: Details;
  times: Times;
  /** Counts up when the times must be read again though the choice is the same. */
  timesVersion: number;
  /** The first day asked for, `YYYY-MM-DD`; null: from today. */
  fromDay: string | null;
  hold: HoldState;
  /** A time to take again once the times for a changed choice are there. */
  wantedStartsAt: string | null;
  errors: FieldErrors;
  fault: Fault | null;
  isSending: boolean;
  confirmation: BookingConfirmation | null;
};

export type BookingEvent =
  | { type: 'linked'; choice: Choice; startsAt: string | null }
  | { type: 'choice-changed'; choice: Choice }
  | { type: 'details-changed'; details: Partial<Details> }
  | { type: 'day-chosen'; fromDay: string | null }
  | { type: 'times-asked' }
  | { type: 'times-loading' }
  | { type: 'times-ready'; answer: SlotAnswer }
  | { type: 'times-added'; answer: SlotAnswer }
  | { type: 'times-failed' }
  | { type: 'hold-asked'; startsAt: string }
  | { type: 'hold-made'; hold: Hold; secondsLeft: number }
  | { type: 'hold-refused'; fault: Fault }
  | { type: 'hold-expired' }
  | { type: 'slot-taken'; startsAt: string; alternatives: readonly Slot[] }
  | { type: 'checked'; errors: FieldErrors }
  | { type: 'sending' }
  | { type: 'send-failed'; fault: Fault; errors?: FieldErrors }
  | { type: 'booked'; confirmation: BookingConfirmation };

export function initialState(choice: Choice, wantedStartsAt: string | null): BookingState {
  return {
    choice,
    details: { assetName: '', address: '', customerName: '', customerPhone: '', wantsOffers: false },
    times: { kind: 'waiting' },
    timesVersion: 0,
    fromDay: null,
    hold: { kind: 'none' },
    wantedStartsAt,
    errors: {},
    fault: null,
    isSending: false,
    confirmation: null,
  };
}

/** The start that is chosen, whether the hold stands yet or no longer; null where none is. */
export function chosenStart(hold: HoldState): string | null {
  if (hold.kind === 'held') return hold.hold.startsAt;
  return hold.kind === 'asking' ? hold.startsAt : null;
}
