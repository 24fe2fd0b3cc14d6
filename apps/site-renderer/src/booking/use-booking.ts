import { useCallback, useEffect, useReducer, useRef } from 'react';
import { reduceBooking } from './booking.reducer.ts';
import { readSlots, releaseHold } from './booking-api.ts';
import { book, daysAtOnce, extend, hold, loadMore } from './booking-requests.ts';
import type { BookingSite } from './booking-site.ts';
import {
  type BookingState,
  type Choice,
  type Details,
  type FieldErrors,
  initialState,
} from './booking-state.ts';
import { bookableServices, fittingChoice } from './booking-work.rules.ts';

export type Booking = {
  state: BookingState;
  choose: (choice: Partial<Choice>) => void;
  type: (details: Partial<Details>) => void;
  showFrom: (day: string | null) => void;
  showMoreDays: () => void;
  retryTimes: () => void;
  take: (startsAt: string) => void;
  moreTime: () => void;
  expire: () => void;
  showErrors: (errors: FieldErrors) => void;
  send: () => void;
};

const nothingChosen: Choice = { serviceId: null, assetClassId: null, addOnIds: [] };

/** The requests of a booking that is being made, around the pure reducer. */
export function useBooking(site: BookingSite): Booking {
  const [state, dispatch] = useReducer(reduceBooking, nothingChosen, (choice) => initialState(choice, null));
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });
  // A slot is given back before another is asked for: one technician cannot hold two that overlap.
  const releasing = useRef<Promise<void>>(Promise.resolve());

  const letGo = useCallback(() => {
    const held = latest.current.hold;
    if (held.kind === 'held') releasing.current = releaseHold(held.hold.id);
  }, []);

  const take = useCallback(
    async (startsAt: string) => {
      letGo();
      dispatch({ type: 'hold-asked', startsAt });
      await releasing.current;
      const { choice } = latest.current;
      await hold(latest.current, startsAt, dispatch, () => {
        const now = latest.current;
        return now.choice === choice && now.hold.kind === 'asking' && now.hold.startsAt === startsAt;
      });
    },
    [letGo],
  );

  const choose = useCallback(
    (change: Partial<Choice>) => {
      letGo();
      const choice = fittingChoice(site, { ...latest.current.choice, ...change });
      dispatch({ type: 'choice-changed', choice });
    },
    [letGo, site],
  );

  useLinkedChoice(site, dispatch);
  useTimes(state, releasing, dispatch, take);

  return {
    state,
    choose,
    type: (details) => dispatch({ type: 'details-changed', details }),
    showFrom: (fromDay) => dispatch({ type: 'day-chosen', fromDay }),
    showMoreDays: () => void loadMore(state, dispatch),
    retryTimes: () => dispatch({ type: 'times-asked' }),
    take: (startsAt) => void take(startsAt),
    moreTime: () => void extend(state, dispatch),
    expire: () => dispatch({ type: 'hold-expired' }),
    showErrors: (errors) => dispatch({ type: 'checked', errors }),
    send: () => void book(state, dispatch),
  };
}

type Dispatch = Parameters<typeof hold>[2];

/** What the link to this page already says: `?service=…&size=…&at=…`. Unknown values are left out. */
function useLinkedChoice(site: BookingSite, dispatch: Dispatch): void {
  useEffect(() => {
    const query = new URLSearchParams(window.location.search);
    const service = bookableServices(site).find((entry) => entry.key === query.get('service'));
    const onlyClass = site.assetClasses.length === 1 ? site.assetClasses[0] : undefined;
    const assetClass = site.assetClasses.find((entry) => entry.key === query.get('size')) ?? onlyClass;
    const linked = { serviceId: service?.id ?? null, assetClassId: assetClass?.id ?? null, addOnIds: [] };
    const choice = fittingChoice(site, linked);
    if (choice.serviceId !== null || choice.assetClassId !== null) {
      dispatch({ type: 'linked', choice, startsAt: query.get('at') });
    }
  }, [site, dispatch]);
}

/** Reads the times whenever the work or the first day changes, and takes the wanted one again if it is still there. */
function useTimes(
  state: BookingState,
  releasing: { current: Promise<void> },
  dispatch: Dispatch,
  take: (startsAt: string) => Promise<void>,
): void {
  const { choice, fromDay, timesVersion } = state;
  const wanted = useRef(state.wantedStartsAt);
  wanted.current = state.wantedStartsAt;
  const work = [choice.serviceId, choice.assetClassId, choice.addOnIds.join()].join('|');
  // `work` is the choice by value; the version asks again for the same one.
  useEffect(() => {
    if (choice.serviceId === null || choice.assetClassId === null) return;
    const ending = new AbortController();
    dispatch({ type: 'times-loading' });
    void (async () => {
      await releasing.current;
      const outcome = await readSlots({ choice, fromDay, days: daysAtOnce, signal: ending.signal });
      if (ending.signal.aborted) return;
      if (outcome.kind !== 'done') return dispatch({ type: 'times-failed' });
      const again = wanted.current;
      dispatch({ type: 'times-ready', answer: outcome.value });
      const isOffered = outcome.value.days.some((day) =>
        day.slots.some((slot) => again !== null && Date.parse(slot.startsAt) === Date.parse(again)),
      );
      if (again !== null && isOffered) await take(again);
    })();
    return () => ending.abort();
  }, [work, fromDay, timesVersion]);
}
