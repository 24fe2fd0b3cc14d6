import type { ConversationSummary } from '@servicepro/contracts/rest/conversations';
import { type PointerEvent, useRef, useState } from 'react';
import { heldBack, heldOrder } from './held-order.rules.ts';

/** Holds the list's order while a mouse is on it; touch scrolls, so there nothing is held. */
export function useHeldThreads(newest: ConversationSummary[], listKey: string) {
  const [held, setHeld] = useState<{ key: string; ids: string[] } | null>(null);
  const ref = useRef<HTMLUListElement>(null);
  const active = held?.key === listKey ? held : null;
  const shownIds = active?.ids ?? newest.map((thread) => thread.id);
  const kept = active ? heldOrder(shownIds, newest) : newest;
  const below = active ? newest.slice(lastShown(shownIds, newest) + 1) : [];
  return {
    ref,
    threads: active ? [...kept, ...below] : newest,
    newCount: active ? heldBack(shownIds, newest) : 0,
    hold: (event: PointerEvent) => {
      if (event.pointerType === 'mouse') setHeld({ key: listKey, ids: newest.map((thread) => thread.id) });
    },
    release: () => {
      setHeld(null);
      if (active && heldBack(shownIds, newest) > 0) ref.current?.scrollTo({ top: 0 });
    },
  };
}

/** The place of the lowest row that is already shown: what follows it is a further page. */
function lastShown(shownIds: readonly string[], newest: readonly ConversationSummary[]): number {
  const shown = new Set(shownIds);
  return newest.findLastIndex((thread) => shown.has(thread.id));
}
