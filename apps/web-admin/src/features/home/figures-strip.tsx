import type { Home } from '@servicepro/contracts/rest/home';
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight, IconMinus } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useTenancy } from '../shell/tenancy.tsx';
import { Bars } from './bars.tsx';
import styles from './home.module.css';

type FigureId = keyof Home['figures'];

/** Which way is good: more jobs are, more waiting people are not. */
const isMoreGood: Record<FigureId, boolean> = {
  jobsToday: true,
  jobsDone: true,
  bookedByAi: true,
  waiting: false,
};
const rowsAt: Record<FigureId, string> = {
  jobsToday: 'calendar',
  jobsDone: 'calendar',
  bookedByAi: 'inbox?view=ai',
  waiting: 'inbox?view=needs-you',
};
const order: readonly FigureId[] = ['jobsToday', 'jobsDone', 'bookedByAi', 'waiting'];

export function FiguresStrip({ figures }: { figures: Home['figures'] }) {
  const t = useTranslations('home.figure');
  const { path } = useTenancy();
  return (
    <section className={`card ${styles.figures}`} aria-label={t('title')}>
      {order.map((id) => (
        <Link key={id} href={path(rowsAt[id])} className={styles.figure}>
          <span className={styles.figureLabel}>
            {t(`${id}.label`)}
            <span className={styles.rowsLink}>
              {t('rows')} <IconArrowRight size={12} stroke={2} aria-hidden="true" />
            </span>
          </span>
          <span className={`${styles.figureValue} num`}>
            {id === 'bookedByAi' ? t('percent', { value: figures[id].value }) : figures[id].value}
          </span>
          <span className={`${styles.figureNote} num`}>
            <Change id={id} value={figures[id].value} before={figures[id].before} />{' '}
            {id === 'bookedByAi'
              ? t('bookedByAi.of', { count: figures[id].count, of: figures[id].of })
              : null}
          </span>
          <Bars values={figures[id].bars} />
        </Link>
      ))}
    </section>
  );
}

/** The change and what it is compared with: never a bare arrow. */
function Change({ id, value, before }: { id: FigureId; value: number; before: number | null }) {
  const t = useTranslations('home.figure');
  if (before === null) return <>{id === 'waiting' ? t('waiting.note') : t('noEarlier')}</>;
  const difference = value - before;
  if (difference === 0) {
    return (
      <>
        <IconMinus size={13} stroke={2.2} className={styles.inline} aria-hidden="true" /> {t(`${id}.same`)}
      </>
    );
  }
  const Arrow = difference > 0 ? IconArrowUpRight : IconArrowDownRight;
  const words = { count: Math.abs(difference), before };
  return (
    <>
      <b className={difference > 0 === isMoreGood[id] ? styles.good : styles.bad}>
        <Arrow size={13} stroke={2.2} aria-hidden="true" />
        {difference > 0 ? t(`${id}.more`, words) : t(`${id}.fewer`, words)}
      </b>{' '}
      {t(`${id}.than`, words)}
    </>
  );
}
