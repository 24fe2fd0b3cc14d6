/** `g h` waits this long for its second key. */
export const SEQUENCE_MS = 1200;

export type Pressed = { key: string; at: number };

/**
 * Which binding a key press completes: a sequence that began just before wins over the single key.
 * Bindings are lower case keys, or two of them with a space between.
 */
export function bindingFor(
  bindings: readonly string[],
  previous: Pressed | null,
  pressed: Pressed,
): string | null {
  if (previous && pressed.at - previous.at <= SEQUENCE_MS) {
    const sequence = `${previous.key} ${pressed.key}`;
    if (bindings.includes(sequence)) return sequence;
  }
  return bindings.includes(pressed.key) ? pressed.key : null;
}

/** Whether the key belongs to what is focused: a field, or anything that takes text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
