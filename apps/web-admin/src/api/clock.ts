import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const clockKey = ['clock'] as const;
const TICK_MS = 15_000;

/** The server's clock is the truth: a laptop that runs five minutes fast would draw the now line wrong. */
export function noteServerNow(queryClient: QueryClient, now: string): void {
  queryClient.setQueryData(clockKey, Date.parse(now) - Date.now());
}

/** Now by the server's clock, moving on by itself. */
export function useNow(): Date {
  const queryClient = useQueryClient();
  const { data: offsetMs } = useQuery({
    queryKey: clockKey,
    queryFn: () => queryClient.getQueryData<number>(clockKey) ?? 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [browserNow, setBrowserNow] = useState(() => Date.now());
  // A new offset is only true beside a fresh reading of this clock.
  useEffect(() => {
    setBrowserNow(Date.now());
    const timer = setInterval(() => setBrowserNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [offsetMs]);
  return new Date(browserNow + (offsetMs ?? 0));
}
