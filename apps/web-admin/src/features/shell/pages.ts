import { IconCalendar, IconHome, IconInbox } from '@tabler/icons-react';

/** The pages that are built. One that is not stands in no menu. */
export const pages = [
  { id: 'home', page: '', icon: IconHome, keys: ['G', 'H'] },
  { id: 'inbox', page: 'inbox', icon: IconInbox, keys: ['G', 'I'] },
  { id: 'calendar', page: 'calendar', icon: IconCalendar, keys: ['G', 'C'] },
] as const;

export type PageId = (typeof pages)[number]['id'];

/** Which page an address belongs to: /clean-machine/inbox is the inbox. */
export function pageAt(pathname: string): PageId | null {
  const second = pathname.split('/')[2] ?? '';
  return pages.find((one) => one.page === second)?.id ?? null;
}
