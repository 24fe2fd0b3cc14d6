'use client';

import type { ChangeEvent } from 'react';

export type SplitSliderProps = { label: string };

/** Moves the line between before and after, by pointer and by arrow keys. Without JavaScript it stays in the middle. */
export function SplitSlider({ label }: SplitSliderProps) {
  const move = (event: ChangeEvent<HTMLInputElement>) => {
    const split = event.currentTarget.closest<HTMLElement>('[data-split]');
    split?.style.setProperty('--split', `${event.currentTarget.value}%`);
  };
  return (
    <input
      type="range"
      min="0"
      max="100"
      defaultValue="50"
      aria-label={label}
      onChange={move}
      className="split-slider"
    />
  );
}
