import { answerOf } from './booking.reducer.ts';
import { bookHold, createHold, extendHold, newAttemptKey, readSlots, releaseHold } from './booking-api.ts';
import type { BookingEvent, BookingState, Fault, Field, FieldErrors } from './booking-state.ts';

export type Dispatch = (event: BookingEvent) => void;

/** How many days are shown at first, and how many more each time. */
export const daysAtOnce = 7;

/**
 * Holds a slot for what is chosen. The key is new for each try: another time is another request. A hold that came too
 * late, because something else was chosen meanwhile, is given back.
 */
export async function hold(
  state: BookingState,
  startsAt: string,
  dispatch: Dispatch,
  isStillWanted: () => boolean,
): Promise<void> {
  const { serviceId, assetClassId, addOnIds } = state.choice;
  if (serviceId === null || assetClassId === null) return;
  const body = {
    serviceId,
    assetClassId,
    addOnIds: [...addOnIds],
    startsAt,
    idempotencyKey: newAttemptKey(),
  };
  const outcome = await createHold(body);
  if (!isStillWanted()) {
    if (outcome.kind === 'done') await releaseHold(outcome.value.hold.id);
    return;
  }
  if (outcome.kind === 'done') dispatch({ type: 'hold-made', ...outcome.value });
  else if (outcome.kind === 'taken')
    dispatch({ type: 'slot-taken', startsAt, alternatives: outcome.alternatives });
  else if (outcome.kind === 'refused') dispatch({ type: 'slot-taken', startsAt, alternatives: [] });
  else dispatch({ type: 'hold-refused', fault: faultOf(outcome.kind) });
}

export async function extend(state: BookingState, dispatch: Dispatch): Promise<void> {
  if (state.hold.kind !== 'held') return;
  const outcome = await extendHold(state.hold.hold.id);
  if (outcome.kind === 'done') dispatch({ type: 'hold-made', ...outcome.value });
  else if (outcome.kind === 'gone' || outcome.kind === 'taken') dispatch({ type: 'hold-expired' });
  else dispatch({ type: 'send-failed', fault: faultOf(outcome.kind) });
}

/** Reads the days after the last one shown. */
export async function loadMore(state: BookingState, dispatch: Dispatch): Promise<void> {
  const last = answerOf(state)?.days.at(-1)?.day;
  if (last === undefined) return;
  const next = new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const outcome = await readSlots({ choice: state.choice, fromDay: next, days: daysAtOnce });
  if (outcome.kind === 'done') dispatch({ type: 'times-added', answer: outcome.value });
  else dispatch({ type: 'send-failed', fault: faultOf(outcome.kind) });
}

/**
 * Turns the hold into a booking. The hold's id is the key, so that pressing twice, or again after a lost answer, books
 * once. "Booked" is shown only from the answer, which is sent after the row is committed.
 */
export async function book(state: BookingState, dispatch: Dispatch): Promise<void> {
  if (state.hold.kind !== 'held' || state.isSending) return;
  const { hold: held } = state.hold;
  dispatch({ type: 'sending' });
  const outcome = await bookHold({ holdId: held.id, ...state.details, idempotencyKey: held.id });
  if (outcome.kind === 'done') dispatch({ type: 'booked', confirmation: outcome.value });
  else if (outcome.kind === 'gone') dispatch({ type: 'hold-expired' });
  else if (outcome.kind === 'taken') {
    dispatch({ type: 'slot-taken', startsAt: held.startsAt, alternatives: outcome.alternatives });
  } else if (outcome.kind === 'refused') {
    dispatch({ type: 'send-failed', fault: 'refused', errors: refusedFields(outcome.fields) });
  } else dispatch({ type: 'send-failed', fault: faultOf(outcome.kind) });
}

function faultOf(kind: string): Fault {
  if (kind === 'tooMany') return 'tooMany';
  return kind === 'unreachable' ? 'unreachable' : 'refused';
}

const detailFields: readonly Field[] = ['address', 'customerName', 'customerPhone'];

/** The server's paths are the form's field names; the words are the form's own, said by field. */
function refusedFields(paths: readonly string[]): FieldErrors {
  const named = detailFields.filter((field) => paths.some((path) => path.includes(field)));
  return Object.fromEntries(named.map((field) => [field, field]));
}
