/** Where sign-in leads back to: a page of this site only, never what a link from outside put there. */
export function returnPath(next: string | null | undefined): string | null {
  if (!next?.startsWith('/') || next.startsWith('//') || next.includes('\\') || next.startsWith('/sign-in'))
    return null;
  const hasControl = [...next].some((character) => character < ' ');
  return hasControl ? null : next;
}

/** The sign-in page that leads back to here. */
export function signInPath(pathname: string, search: string): string {
  const here = returnPath(`${pathname}${search}`);
  return here && here !== '/' ? `/sign-in?next=${encodeURIComponent(here)}` : '/sign-in';
}
