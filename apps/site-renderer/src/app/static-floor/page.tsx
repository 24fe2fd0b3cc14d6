import type { Metadata } from 'next';

export const dynamic = 'force-static';
export const metadata: Metadata = { title: 'Floor', robots: { index: false } };

/** Nothing but a page: what the bench measures cached tenant pages against. It passes proxy.ts like they do. */
export default function FloorPage() {
  return <p>0</p>;
}
