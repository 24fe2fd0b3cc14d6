type Listening = {
  onMove: (event: globalThis.PointerEvent) => void;
  onUp: () => void;
  onCancel: () => void;
  wasDragged: () => boolean;
};

/** Listens until the pointer is up or Escape is pressed; swallows the click that ends a drag. Returns how to stop. */
export function listenToPointer({ onMove, onUp, onCancel, wasDragged }: Listening): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const swallowClick = () => {
    const swallow = (event: MouseEvent) => {
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
  };
  const end = (finish: () => void) => {
    if (wasDragged()) swallowClick();
    ending.abort();
    finish();
  };
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', () => end(onUp), { signal });
  window.addEventListener('pointercancel', () => end(onCancel), { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      end(onCancel);
    },
    { signal, capture: true },
  );
  return () => ending.abort();
}
