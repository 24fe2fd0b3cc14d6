import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CalendarPage } from '../../../features/calendar/calendar-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.page'))('calendar') };
}

export default function Page() {
  return <CalendarPage />;
}
