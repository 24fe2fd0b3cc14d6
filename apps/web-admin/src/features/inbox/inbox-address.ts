'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { goShallow, withParams } from '../../ui/url/shallow-link.tsx';

export const filters = ['all', 'needs-you', 'yours', 'ai'] as const;
export type Filter = (typeof filters)[number];

/** What the inbox shows stands in the address: ?view=needs-you&thread=…&q=… */
export function useInboxAddress() {
  const pathname = usePathname();
  const search = useSearchParams();
  const view = search.get('view');
  const href = (changes: Record<string, string | null>) => withParams(pathname, search, changes);
  return {
    filter: filters.find((one) => one === view) ?? 'all',
    threadId: search.get('thread'),
    query: search.get('q') ?? '',
    wantsReply: search.get('reply') === '1',
    filterHref: (filter: Filter) =>
      href({ view: filter === 'all' ? null : filter, thread: null, reply: null }),
    threadHref: (id: string) => href({ thread: id, reply: null }),
    closeThread: () => goShallow(href({ thread: null, reply: null })),
    openThread: (id: string) => goShallow(href({ thread: id, reply: null })),
    search: (text: string) => goShallow(href({ q: text || null }), 'replace'),
  };
}
