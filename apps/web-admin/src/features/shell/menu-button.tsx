'use client';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { ShellMenuKind } from './shell-menu.tsx';

const loadMenu = () => import('./shell-menu.tsx').then((module) => ({ default: module.ShellMenu }));
const ShellMenu = lazy(loadMenu);

export type MenuButtonProps = {
  kind: ShellMenuKind;
  className: string | undefined;
  onShowKeys: () => void;
  children: ReactNode;
};

/** A button whose menu is loaded when somebody comes near it: no page needs it to be shown. */
export function MenuButton(props: MenuButtonProps) {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <button
      type="button"
      className={props.className}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => setWanted(true)}
    >
      {props.children}
    </button>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <ShellMenu {...props} />
    </Suspense>
  );
}
