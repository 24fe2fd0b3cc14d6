import { Skeleton, TextInput } from '@mantine/core';
import type { SlotAnswer } from '@servicepro/contracts/rest/scheduling';
import { useTranslations } from 'next-intl';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { type SlotSearch, useSlots } from '../../api/bookings.ts';
import { useProblemWords } from '../../api/problem-words.ts';
import { instantAt, isDay } from '../../ui/time/zoned-time.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './new-job.module.css';

type Props = {
  search: SlotSearch;
  date: string;
  slot: string;
  error: string | undefined;
  dateField: UseFormRegisterReturn;
  slotField: UseFormRegisterReturn;
};

/** The free times of a day; where it has none, why, and which day is the next that has. */
export function SlotPicker({ search, date, slot, error, dateField, slotField }: Props) {
  const t = useTranslations('newJob');
  const { tenant, money } = useTenancy();
  const words = useProblemWords();
  const isReady = isDay(date) && search.serviceId !== '' && search.assetClassId !== '';
  const query = useSlots(tenant.id, isReady ? search : null);
  return (
    <fieldset className={styles.slots} aria-describedby={error ? 'slot-error' : undefined}>
      <legend>{t('when')}</legend>
      <div className="row">
        <TextInput type="date" aria-label={t('day')} {...dateField} />
        {query.data && (
          <span className="dim num">
            {t('takes', { minutes: query.data.durationMinutes })}
            {query.data.priceCents !== null && `, ${money(query.data.priceCents)}`}
          </span>
        )}
      </div>
      {query.data ? (
        <Times answer={query.data} date={date} slot={slot} slotField={slotField} />
      ) : query.error ? (
        <p className={styles.error}>{words(query.error)}</p>
      ) : (
        <Skeleton height={34} radius={8} />
      )}
      {error && (
        <p id="slot-error" className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

type TimesProps = { answer: SlotAnswer; date: string; slot: string; slotField: UseFormRegisterReturn };

function Times({ answer, date, slot, slotField }: TimesProps) {
  const t = useTranslations('newJob');
  const { format } = useTenancy();
  const day = answer.days.find((one) => one.day === date);
  const next = answer.days.find((one) => one.day > date && one.slots.length > 0);
  if (!day || day.slots.length === 0) {
    const nextDay = next ? format.mediumDay(instantAt(next.day, 720, answer.timeZone)) : null;
    return (
      <p className="sec">
        {day?.note ?? t(`none.${day?.reason ?? 'full'}`)} {nextDay && t('nextDay', { day: nextDay })}
      </p>
    );
  }
  return (
    <div className={styles.times}>
      {day.slots.map((one) => {
        const value = `${one.startsAt}|${one.resourceId}`;
        return (
          <label key={value} className={styles.time} data-chosen={slot === value || undefined}>
            <input type="radio" value={value} {...slotField} />
            <b className="num">{format.time(one.startsAt)}</b>
            <small>{one.resourceName}</small>
          </label>
        );
      })}
    </div>
  );
}
