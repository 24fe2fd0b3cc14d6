import { useEffect, useState } from 'react';
import { holdSeconds } from './booking-api.ts';
import type { HoldState } from './booking-state.ts';

/** Counts a hold down from the moment it was made or prolonged, and calls `onExpire` at its end. */
export function useSecondsLeft(hold: HoldState, onExpire: () => void): number {
  const [seconds, setSeconds] = useState(holdSeconds);
  const held = hold.kind === 'held' ? hold : null;
  // The count starts anew with another hold, or the same one prolonged, and with nothing else.
  useEffect(() => {
    if (held === null) return;
    const endsAt = performance.now() + held.secondsLeft * 1_000;
    const tick = () => {
      const left = Math.max(0, Math.ceil((endsAt - performance.now()) / 1_000));
      setSeconds(left);
      if (left === 0) onExpire();
    };
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [held]);
  return seconds;
}
