import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InboxPage } from '../../../features/inbox/inbox-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.page'))('inbox') };
}

export default function Page() {
  return <InboxPage />;
}
