'use client';

import { useEffect } from 'react';

/** Takes the phone's bottom bar away while a booking button of the page is in view, so that there is one action. */
export function BarVisibility() {
  useEffect(() => {
    const bar = document.querySelector<HTMLElement>('[data-booking-bar]');
    const buttons = document.querySelectorAll('[data-book-button]');
    if (!bar || buttons.length === 0) return;
    const inView = new Set<Element>();
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) inView.add(entry.target);
        else inView.delete(entry.target);
      }
      bar.toggleAttribute('data-away', inView.size > 0);
      bar.inert = inView.size > 0;
    });
    for (const button of buttons) observer.observe(button);
    return () => observer.disconnect();
  }, []);
  return null;
}
