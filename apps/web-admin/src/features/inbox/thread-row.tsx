import type { ConversationSummary } from '@servicepro/contracts/rest/conversations';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { formatPhone } from '../../ui/figures.ts';
import { Badge } from '../../ui/parts/badge.tsx';
import { wallTimeAt } from '../../ui/time/zoned-time.ts';
import { ShallowLink } from '../../ui/url/shallow-link.tsx';
import { useTenancy } from '../shell/tenancy.tsx';
import { OwnerChip } from './owner-chip.tsx';
import styles from './threads.module.css';
import { waitOf } from './wait.rules.ts';

export function ThreadRow({
  thread,
  href,
  isOpen,
  now,
}: {
  thread: ConversationSummary;
  href: string;
  isOpen: boolean;
  now: Date;
}) {
  const t = useTranslations('inbox');
  const { format } = useTenancy();
  return (
    <li className="fade-in">
      <ShallowLink
        href={href}
        className={styles.thread}
        aria-current={isOpen ? 'true' : undefined}
        data-thread={thread.id}
      >
        <span className={styles.threadLine}>
          <b className="cut" data-unread={thread.isUnread || undefined}>
            {thread.customerName || formatPhone(thread.phone)}
          </b>
          {thread.isUnread && (
            <>
              <i className={styles.unread} aria-hidden="true" />
              <span className="visually-hidden">{t('unread')}</span>
            </>
          )}
          <small className={`${styles.quiet} num push`}>
            <When at={thread.lastMessageAt} now={now} />
          </small>
        </span>
        <span className={styles.preview} data-failed={thread.hasFailed || undefined}>
          {thread.hasFailed && <IconAlertTriangle size={13} stroke={2} aria-label={t('notDelivered')} />}
          <span className="cut">{thread.preview}</span>
        </span>
        <span className={styles.threadLine}>
          <OwnerChip ownership={thread.ownership} />
          {thread.bookedAt && (
            <Badge tone="success">{t('booked', { day: format.shortDay(thread.bookedAt) })}</Badge>
          )}
          {thread.ownership.state === 'waiting' && (
            <small className={`${styles.waits} num push`}>
              {t(`waits.${waitOf(thread.ownership.since, now).unit}`, {
                count: waitOf(thread.ownership.since, now).count,
              })}
            </small>
          )}
          {thread.ownership.state === 'person' && (
            <small className={`${styles.quiet} num push`}>
              {t('until', { time: format.clock(thread.ownership.until) })}
            </small>
          )}
        </span>
      </ShallowLink>
    </li>
  );
}

const WEEK_MS = 6 * 86_400_000;

/** Today the time, within a week the day of the week, else the date. */
function When({ at, now }: { at: string; now: Date }) {
  const { format, tenant } = useTenancy();
  const isToday = wallTimeAt(at, tenant.timeZone).day === wallTimeAt(now, tenant.timeZone).day;
  if (isToday) return format.clock(at);
  return now.getTime() - Date.parse(at) < WEEK_MS ? format.weekday(at) : format.shortDay(at);
}
