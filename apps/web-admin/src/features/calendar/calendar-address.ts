'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { isDay } from '../../ui/time/zoned-time.ts';
import { goShallow, withParams } from '../../ui/url/shallow-link.tsx';

/** Which day, and which job is open: ?date=2026-03-12&job=… No date is the business's own today. */
export function useCalendarAddress() {
  const pathname = usePathname();
  const search = useSearchParams();
  const date = search.get('date');
  const go = (changes: Record<string, string | null>) => goShallow(withParams(pathname, search, changes));
  return {
    day: isDay(date) ? date : null,
    jobId: search.get('job'),
    goToDay: (day: string | null) => go({ date: day, job: null }),
    openJob: (id: string | null) => go({ job: id }),
  };
}
