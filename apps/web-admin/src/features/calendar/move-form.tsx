import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Booking, CalendarDay } from '@servicepro/contracts/rest/scheduling';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { instantAt, isDay, wallTimeAt } from '../../ui/time/zoned-time.ts';
import { useDragWords } from './drag-words.ts';
import styles from './job-dialog.module.css';
import { conflictsAt } from './timeline.rules.ts';
import { useMove } from './use-move.tsx';

type Props = { booking: Booking; day: CalendarDay; onMoved: () => void };

/** A move by three fields, for those who do not drag; also to another day. */
export function MoveForm({ booking, day, onMoved }: Props) {
  const t = useTranslations('calendar.job');
  const move = useMove(day);
  const words = useDragWords(day);
  const headingId = useId();
  const start = wallTimeAt(booking.startsAt, day.timeZone);
  const [date, setDate] = useState(start.day);
  const [time, setTime] = useState(timeText(start.minutes));
  const [resourceId, setResourceId] = useState(booking.resource.id);
  const minutes = minutesOf(time);
  const isComplete = isDay(date) && minutes !== null;
  const place = { resourceId, startMinutes: minutes ?? start.minutes };
  // Only the day that is shown is known here; of another day the server says what stands in the way.
  const [conflict] = isComplete && date === day.day ? conflictsAt(booking, place, day) : [];
  const isSame = resourceId === booking.resource.id && date === start.day && minutes === start.minutes;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete || isSame || conflict) return;
    const shift =
      (instantAt(date, 0, day.timeZone).getTime() - instantAt(day.day, 0, day.timeZone).getTime()) / 60_000;
    move(booking, date === day.day ? place : { ...place, startMinutes: place.startMinutes + shift }, []);
    onMoved();
  };
  return (
    <form className={styles.move} onSubmit={submit} aria-labelledby={headingId}>
      <h3 id={headingId}>{t('move')}</h3>
      <div className={styles.fields}>
        <TextInput
          type="date"
          label={t('date')}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          step={900}
          label={t('time')}
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('person')}
          value={resourceId}
          data={day.resources.map((resource) => ({ value: resource.id, label: resource.name }))}
          onChange={(event) => setResourceId(event.currentTarget.value)}
        />
      </div>
      {conflict && (
        <p className={styles.conflict} role="alert">
          {words.conflict(conflict)}. {words.conflictDetail(conflict)}
        </p>
      )}
      <Button type="submit" variant="filled" disabled={!isComplete || isSame || Boolean(conflict)}>
        {t('moveIt')}
      </Button>
    </form>
  );
}

function timeText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function minutesOf(time: string): number | null {
  const match = /^(\d{2}):(\d{2})/.exec(time);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}
