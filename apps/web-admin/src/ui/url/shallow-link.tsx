'use client';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';

/** Changes the address without asking the server: the page reads it by useSearchParams. */
export function goShallow(href: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') window.history.pushState(null, '', href);
  else window.history.replaceState(null, '', href);
}

/** A real link, so that it opens in a new tab; a plain click stays on the page. */
export function ShallowLink({
  href,
  onClick,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
      return;
    event.preventDefault();
    goShallow(href);
  };
  return <a href={href} onClick={follow} {...rest} />;
}

/** The same address with some parameters changed; null takes one away. */
export function withParams(
  pathname: string,
  search: URLSearchParams,
  changes: Record<string, string | null>,
): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text ? `${pathname}?${text}` : pathname;
}
