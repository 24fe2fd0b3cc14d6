import { useTranslations } from 'next-intl';
import { isProblem } from './problem.ts';

/** Turns an error into a sentence: ours for the codes we know, the server's own where it wrote one, else a plain one. */
export function useProblemWords(): (error: unknown) => string {
  const t = useTranslations('problem');
  const known: Record<string, () => string> = {
    'network.unreachable': () => t('unreachable'),
    'identity.not-allowed': () => t('notAllowed'),
    'identity.tenant-read-only': () => t('readOnly'),
    'scheduling.slot-taken': () => t('slotTaken'),
    'scheduling.changed-meanwhile': () => t('changedMeanwhile'),
    'scheduling.status-not-allowed': () => t('changedMeanwhile'),
    'scheduling.not-movable': () => t('notMovable'),
    'scheduling.nothing-to-undo': () => t('nothingToUndo'),
    'scheduling.time-past': () => t('timePast'),
    'scheduling.too-soon': () => t('timePast'),
    'scheduling.outside-hours': () => t('outsideHours'),
    'scheduling.cannot-do-it': () => t('cannotDoIt'),
    'scheduling.nonexistent-local-time': () => t('skippedTime'),
    'receptionist.action-not-undoable': () => t('notUndoable'),
    'customers.bad-phone': () => t('badPhone'),
    'conversations.opted-out': () => t('optedOut'),
  };
  return (error) => {
    if (!isProblem(error)) return t('unknown');
    const ours = known[error.code];
    if (ours) return ours();
    if (error.status === 429) return t('tooMany');
    if (error.status >= 500) return t('unavailable');
    if (error.status === 404) return t('notFound');
    return error.message || t('unknown');
  };
}
