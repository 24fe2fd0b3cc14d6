'use client';
import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { bindingFor, isTyping, type Pressed } from './key-sequence.ts';

/** Single keys can be turned off (WCAG 2.1.4): speech input types letters that nobody meant as a command. */
export function useKeysSetting() {
  return useLocalStorage({ key: 'servicepro-single-keys', defaultValue: true });
}

export type KeyBindings = Record<string, () => void>;

/** Single-key commands of the page: off while typing, with a modifier, or while a dialog is open. */
export function useKeys(bindings: KeyBindings): void {
  const [isOn] = useKeysSetting();
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    if (!isOn) return;
    let previous: Pressed | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      const pressed = {
        key: event.key.length === 1 ? event.key.toLowerCase() : event.key,
        at: event.timeStamp,
      };
      const binding = bindingFor(Object.keys(latest.current), previous, pressed);
      previous = pressed;
      if (!binding) return;
      event.preventDefault();
      latest.current[binding]?.();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}
