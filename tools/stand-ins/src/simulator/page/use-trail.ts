import type { Trail } from '@servicepro/contracts/rest/trail';
import { useEffect, useRef, useState } from 'preact/hooks';
import { simulatorApi } from './simulator-api.ts';

export interface TrailState {
  trail: Trail | null;
  hasFailed: boolean;
}

const busyMs = 400;
const idleMs = 5_000;
/** After something happened its receipts follow. */
const settlingMs = 4_000;

/** The trail of a phone at a tenant: read at each beat of the thread, often while an answer is awaited, else seldom. */
export function useTrail(
  tenantId: string | null,
  phone: string | null,
  beat: number,
  isBusy: boolean,
): TrailState {
  const [state, setState] = useState<TrailState>({ trail: null, hasFailed: false });
  const key = `${tenantId} ${phone}`;
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current !== key) setState({ trail: null, hasFailed: false });
    shown.current = key;
    if (tenantId === null || phone === null) return;
    let isCurrent = true;
    const settledAt = Date.now() + settlingMs;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const answer = await simulatorApi.readTrail<Trail>(tenantId, phone).catch(() => undefined);
      if (!isCurrent) return;
      setState((before) =>
        answer === undefined ? { ...before, hasFailed: true } : { trail: answer.trail, hasFailed: false },
      );
      timer = setTimeout(read, isBusy || Date.now() < settledAt ? busyMs : idleMs);
    };
    void read();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key, tenantId, phone, beat, isBusy]);
  return state;
}
