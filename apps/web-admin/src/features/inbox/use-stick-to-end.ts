import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Within this of the end, a new message scrolls into view by itself. */
const NEAR_PX = 80;

/** Keeps a conversation at its end while a person reads there, and in its place while they read further up. */
export function useStickToEnd(firstId: string | undefined, lastId: string | undefined) {
  const ref = useRef<HTMLDivElement>(null);
  const isNear = useRef(true);
  const height = useRef(0);
  const shown = useRef<{ firstId: string | undefined; lastId: string | undefined }>({
    firstId: undefined,
    lastId: undefined,
  });
  const [hasNew, setHasNew] = useState(false);

  const toEnd = useCallback(() => {
    const box = ref.current;
    if (box) box.scrollTop = box.scrollHeight;
    isNear.current = true;
    setHasNew(false);
  }, []);

  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const before = shown.current;
    shown.current = { firstId, lastId };
    if (before.lastId === undefined || (before.lastId !== lastId && isNear.current)) toEnd();
    else if (before.lastId !== lastId) setHasNew(true);
    else if (before.firstId !== firstId) box.scrollTop += box.scrollHeight - height.current;
    height.current = box.scrollHeight;
  }, [firstId, lastId, toEnd]);

  const onScroll = useCallback(() => {
    const box = ref.current;
    if (!box) return;
    isNear.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
    height.current = box.scrollHeight;
    if (isNear.current) setHasNew(false);
  }, []);

  return { ref, onScroll, hasNew, toEnd };
}
