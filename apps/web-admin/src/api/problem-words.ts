import { useTranslations } from 'next-intl';
import { isProblem } from './problem.ts';

/** Turns an error into a sentence: ours for the codes we know, the server's own where it wrote one, else a plain one. */
export function useProblemWords(): (error: unknown) => string {
  const t = useTranslations('problem');
  const known: Record<string, () => string> = {
    'network.unreachable': () => t('unreachable'),
    'http.429': () => t('tooMany'),
    'http.503': () => t('unavailable'),
    'identity.not-allowed': () => t('notAllowed'),
    'identity.tenant-read-only': () => t('readOnly'),
    'scheduling.slot-taken': () => t('slotTaken'),
    'scheduling.version-conflict': () => t('changedMeanwhile'),
    'scheduling.booking-changed': () => t('changedMeanwhile'),
    'conversations.opted-out': () => t('optedOut'),
  };
  return (error) => {
    if (!isProblem(error)) return t('unknown');
    const ours = known[error.code];
    if (ours) return ours();
    if (error.status === 429) return t('tooMany');
    if (error.detail) return error.detail;
    if (error.status >= 500) return t('unavailable');
    return t('unknown');
  };
}
