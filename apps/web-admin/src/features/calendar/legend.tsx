import type { CalendarDay } from '@servicepro/contracts/rest/scheduling';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { KeyHint } from '../../ui/parts/badge.tsx';
import styles from './calendar.module.css';
import { familyStyle } from './event-block.tsx';
import { categoryLabel, type Family } from './service-families.rules.ts';

/** Names what the day shows, and nothing it does not. */
export function Legend({ day, families }: { day: CalendarDay; families: ReadonlyMap<string, Family> }) {
  const t = useTranslations('calendar');
  const job = useTranslations('job.state');
  const has = (status: string) => day.bookings.some((booking) => booking.status === status);
  const hasBuffers = day.bookings.some((booking) => booking.occupiedUntil > booking.endsAt);
  return (
    <div className={styles.legend}>
      {day.bookings.length === 0 && <span>{t('noJobs')}</span>}
      {[...families].map(([category, family]) => (
        <span key={category}>
          <i style={familyStyle(family)} data-kind="family" />
          {categoryLabel(category)}
        </span>
      ))}
      {(has('done') || has('booked') || hasBuffers) && (
        <span className={styles.legendLine} aria-hidden="true" />
      )}
      {has('done') && (
        <span>
          <IconCheck size={14} stroke={2} aria-hidden="true" />
          {job('done')}
        </span>
      )}
      {has('booked') && (
        <span>
          <IconCircleDashed size={14} stroke={2} aria-hidden="true" />
          {job('notConfirmed')}
        </span>
      )}
      {hasBuffers && (
        <span>
          <i data-kind="buffer" />
          {t('bufferLegend')}
        </span>
      )}
      <span className={`${styles.legendKeys} dim push`}>
        <KeyHint>Shift</KeyHint> {t('shiftHint')} <KeyHint>Esc</KeyHint> {t('escHint')}
      </span>
    </div>
  );
}
