import { type ComponentChildren, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface MenuItem {
  key: string;
  content: ComponentChildren;
  isChecked: boolean;
  choose: () => void;
}

export interface MenuProps {
  /** What the button shows. */
  children?: ComponentChildren;
  label: string;
  buttonClass: string;
  items: readonly MenuItem[];
  /** Below the items. */
  footer?: ((close: () => void) => ComponentChildren) | undefined;
  align?: 'start' | 'end';
}

/** A button that opens a list of choices: arrows move, Escape closes and gives the focus back. */
export function Menu({ children, label, buttonClass, items, footer, align = 'start' }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  useEffect(() => {
    if (!isOpen) return;
    focusItem(list.current, (buttons) =>
      buttons.findIndex((item) => item.getAttribute('aria-checked') === 'true'),
    );
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    focusItem(list.current, (buttons, focused) => (focused + step + buttons.length) % buttons.length);
  };

  return h(
    'div',
    { class: 'menu', ref: root, onKeyDown },
    h(
      'button',
      {
        type: 'button',
        ref: button,
        class: buttonClass,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        'aria-label': label,
        onClick: () => setOpen(!isOpen),
      },
      children,
    ),
    isOpen &&
      h(
        'div',
        { class: `popover ${align}` },
        h(
          'div',
          { role: 'menu', ref: list, 'aria-label': label },
          items.map((item) => h(MenuButton, { key: item.key, item, close })),
        ),
        footer?.(close),
      ),
  );
}

function MenuButton({ item, close }: { item: MenuItem; close: () => void }) {
  const choose = () => {
    item.choose();
    close();
  };
  const state = { role: 'menuitemradio', 'aria-checked': item.isChecked } as const;
  return h('button', { type: 'button', class: 'menu-item', onClick: choose, ...state }, item.content);
}

function focusItem(
  list: HTMLElement | null,
  pick: (buttons: HTMLButtonElement[], focused: number) => number,
): void {
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  const focused = buttons.findIndex((button) => button.matches(':focus'));
  buttons[Math.max(0, pick(buttons, focused))]?.focus();
}
