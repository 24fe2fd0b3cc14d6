import { IconCheck, IconX } from '@tabler/icons-react';
import styles from '../../ui/parts/parts.module.css';
import type { JobState } from './job-state.rules.ts';

const classes: Record<JobState, string | undefined> = {
  done: styles.done,
  inProgress: styles.inProgress,
  next: styles.next,
  confirmed: styles.confirmed,
  notConfirmed: styles.notConfirmed,
  held: styles.notConfirmed,
  noShow: styles.noShow,
  cancelled: styles.noShow,
};

/** The 14 px mark before a job; words for it stand in the same row. */
export function StatusMark({ state }: { state: JobState }) {
  return (
    <span className={`${styles.mark} ${classes[state]}`} aria-hidden="true">
      {state === 'done' && <IconCheck size={10} stroke={3.5} />}
      {(state === 'noShow' || state === 'cancelled') && <IconX size={9} stroke={3} />}
    </span>
  );
}
