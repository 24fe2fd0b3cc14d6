import type { LiveEvent } from '@servicepro/contracts/live';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys, staleAfter } from './keys.ts';

const FIRST_RETRY_MS = 3000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Listens to the tenant's changes and reads again what they touch. The browser reconnects a broken stream by itself;
 * one that was refused (too many windows, signed out) is tried again here, more and more slowly, and until then every
 * try reads the screen again. After a gap everything is read again too, since events may have been missed.
 */
export function useLive(tenantId: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let retryMs = FIRST_RETRY_MS;
    let hadGap = false;
    const readAgain = (queryKey: readonly string[]) => void queryClient.invalidateQueries({ queryKey });
    const onChange = (event: MessageEvent<string>) => {
      const change = liveEventOf(event.data);
      if (change) for (const queryKey of staleAfter(tenantId, change.topic, change.ids)) readAgain(queryKey);
    };
    const open = () => {
      source = new EventSource(`/api/v1/tenants/${tenantId}/live`);
      source.addEventListener('change', onChange);
      source.onopen = () => {
        if (hadGap) readAgain(keys.tenant(tenantId));
        hadGap = false;
        retryMs = FIRST_RETRY_MS;
      };
      source.onerror = () => {
        hadGap = true;
        if (source?.readyState !== EventSource.CLOSED) return;
        readAgain(keys.tenant(tenantId));
        timer = setTimeout(open, retryMs);
        retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
      };
    };
    open();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [tenantId, queryClient]);
}

/** Only a hint to read again: one that cannot be read is passed over. */
function liveEventOf(data: string): LiveEvent | null {
  try {
    const value: LiveEvent = JSON.parse(data);
    return typeof value?.topic === 'string' ? { topic: value.topic, ids: value.ids ?? [] } : null;
  } catch {
    return null;
  }
}
