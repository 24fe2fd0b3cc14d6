import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './home.module.css';

/** One thing that waits: what, since when, one sentence, at most two acts. */
export function WaitingRow(props: {
  icon: ReactNode;
  tone: 'warning' | 'danger';
  title: string;
  since: string | null;
  now: Date;
  text: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className={`${styles.wait} fade-in`}>
      <span className={styles.waitIcon} data-tone={props.tone} aria-hidden="true">
        {props.icon}
      </span>
      <div className={styles.waitBody}>
        <div className={styles.waitHead}>
          <b className={styles.waitTitle}>{props.title}</b>
          {props.since && <Since at={props.since} now={props.now} />}
        </div>
        <p>{props.text}</p>
        <div className={styles.waitActs}>{props.children}</div>
      </div>
    </li>
  );
}

const HOUR_MINUTES = 60;

/** Minutes while they are few, then the time, then the day. */
function Since({ at, now }: { at: string; now: Date }) {
  const t = useTranslations('time');
  const { format } = useTenancy();
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / 60_000));
  const text =
    minutes < HOUR_MINUTES
      ? t('minutes', { minutes })
      : minutes < 20 * HOUR_MINUTES
        ? format.time(at)
        : format.shortDay(at);
  return <small className={`${styles.since} dim num push`}>{text}</small>;
}
