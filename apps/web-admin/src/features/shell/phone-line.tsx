'use client';
import { useTranslations } from 'next-intl';
import { formatPhone } from '../../ui/figures.ts';
import styles from './shell.module.css';
import { useTenancy } from './tenancy.tsx';

/** Who answers the business's number now. In the navigation, because it must never be a surprise. */
export function PhoneLine() {
  const t = useTranslations('shell');
  const { phone } = useTenancy().tenant;
  const title = phone === null ? t('noNumber') : phone.isAiOn ? t('aiAnswers') : t('aiIsOff');
  return (
    <div className={styles.line} title={phone ? `${title}, ${formatPhone(phone.number)}` : title}>
      <span className={styles.dot} data-on={phone?.isAiOn || undefined} aria-hidden="true" />
      <span className={styles.text}>
        <b>{title}</b>
        {phone && <small className="num">{formatPhone(phone.number)}</small>}
      </span>
    </div>
  );
}
