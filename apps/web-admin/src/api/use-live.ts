import type { LiveEvent } from '@servicepro/contracts/live';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys, staleAfter } from './keys.ts';

const RECONNECT_MS = 3000;

/**
 * Listens to the tenant's changes and reads again what they touch. The browser reconnects a broken stream by itself;
 * one that was refused is opened again here. After a gap everything is read again, since events may have been missed.
 */
export function useLive(tenantId: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hadGap = false;
    const onChange = (event: MessageEvent<string>) => {
      const change = liveEventOf(event.data);
      if (!change) return;
      for (const queryKey of staleAfter(tenantId, change.topic, change.ids))
        void queryClient.invalidateQueries({ queryKey });
    };
    const open = () => {
      source = new EventSource(`/api/v1/tenants/${tenantId}/live`);
      source.addEventListener('change', onChange);
      source.onopen = () => {
        if (hadGap) void queryClient.invalidateQueries({ queryKey: keys.tenant(tenantId) });
        hadGap = false;
      };
      source.onerror = () => {
        hadGap = true;
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, RECONNECT_MS);
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
