import type { Hold } from '@servicepro/contracts/rest/scheduling';
import { useEffect, useState } from 'react';

/** A hold lasts this long; what the clock falls back to where the visitor's own clock is wrong. */
const holdSeconds = 600;

/**
 * Counts a hold down, and calls `onExpire` at its end. The visitor's clock may be off by any amount: an expiry that is
 * not within the length of a hold from now is counted from now instead.
 */
export function useSecondsLeft(hold: Hold | null, onExpire: () => void): number {
  const [seconds, setSeconds] = useState(holdSeconds);
  // The count starts anew with the hold only.
  useEffect(() => {
    if (hold === null) return;
    const given = Math.round((Date.parse(hold.expiresAt) - Date.now()) / 1_000);
    const length = given > 0 && given <= holdSeconds + 5 ? given : holdSeconds;
    const endsAt = performance.now() + length * 1_000;
    const tick = () => {
      const left = Math.max(0, Math.ceil((endsAt - performance.now()) / 1_000));
      setSeconds(left);
      if (left === 0) onExpire();
    };
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [hold?.id, hold?.expiresAt]);
  return seconds;
}

export { holdSeconds };
