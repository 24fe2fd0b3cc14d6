import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { icon } from './icons.ts';
import { words } from './words.data.ts';

/** Where one writes: Enter sends, Shift+Enter makes a line. */
export function Composer({ onSend, threadKey }: { onSend: (text: string) => void; threadKey: string }) {
  const [text, setText] = useState('');
  const input = useRef<HTMLTextAreaElement>(null);
  // A touch screen would throw its keyboard over the page.
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) input.current?.focus();
  }, [threadKey]);
  const send = () => {
    if (text.trim() === '') return;
    onSend(text.trim());
    setText('');
    input.current?.focus();
  };
  return h(
    'form',
    {
      class: 'composer',
      onSubmit: (event: Event) => {
        event.preventDefault();
        send();
      },
    },
    h(
      'div',
      { class: 'field' },
      h('textarea', {
        ref: input,
        rows: 1,
        maxLength: 1_600,
        placeholder: words.message,
        'aria-label': words.message,
        value: text,
        onInput: (event: Event) =>
          setText(event.target instanceof HTMLTextAreaElement ? event.target.value : ''),
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        },
      }),
      h('kbd', { 'aria-hidden': 'true' }, 'Enter'),
    ),
    h('button', { class: 'send', 'aria-label': words.send, disabled: text.trim() === '' }, icon('send', 17)),
  );
}
