import type { LiveEvent, LiveTopic } from '@servicepro/contracts/live';

export interface Outgoing {
  add(tenantId: string, event: LiveEvent): void;
  /** Sends what waits, now. */
  flush(): void;
}

const coalesceMs = 20;
/** More ids than this say no more than "read everything of this topic again": an empty list. */
const mostIds = 50;

/** Gathers changes for a moment, so that a burst of commits is one message for each topic of a tenant. */
export function createOutgoing(send: (tenantId: string, event: LiveEvent) => void): Outgoing {
  const waiting = new Map<string, Map<LiveTopic, Set<string> | 'all'>>();
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const [tenantId, topics] of waiting) {
      for (const [topic, ids] of topics) send(tenantId, { topic, ids: ids === 'all' ? [] : [...ids] });
    }
    waiting.clear();
  }

  return {
    add(tenantId, { topic, ids }) {
      const topics = waiting.get(tenantId) ?? new Map<LiveTopic, Set<string> | 'all'>();
      waiting.set(tenantId, topics);
      topics.set(topic, joined(topics.get(topic), ids));
      timer ??= setTimeout(flush, coalesceMs);
    },
    flush,
  };
}

function joined(before: Set<string> | 'all' | undefined, ids: readonly string[]): Set<string> | 'all' {
  if (before === 'all' || ids.length === 0) return 'all';
  const all = new Set([...(before ?? []), ...ids]);
  return all.size > mostIds ? 'all' : all;
}
