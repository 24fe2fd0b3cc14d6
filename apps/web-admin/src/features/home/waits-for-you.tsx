import type { WaitingItem } from '@servicepro/contracts/rest/home';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Count } from '../../ui/parts/badge.tsx';
import { useTenancy } from '../shell/tenancy.tsx';
import { FailedMessageItem, HandOffItem } from './conversation-items.tsx';
import styles from './home.module.css';
import { PriceItem } from './price-item.tsx';

export function WaitsForYou({ items, total, now }: { items: WaitingItem[]; total: number; now: Date }) {
  const t = useTranslations('home.waits');
  const { path, tenant } = useTenancy();
  const nothing =
    tenant.status !== 'active' ? 'nothingSuspended' : tenant.phone?.isAiOn ? 'nothing' : 'nothingAiOff';
  return (
    <section className="card" aria-labelledby="waits-title">
      <div className={styles.cardHead}>
        <h2 id="waits-title">{t('title')}</h2>
        {total > 0 && <Count value={total} label={t('count', { count: total })} tone="warning" />}
        <Link className={`link push ${styles.headLink}`} href={path('inbox?view=needs-you')}>
          {t('openInbox')}
        </Link>
      </div>
      {items.length === 0 ? (
        <p className={styles.nothing}>{t(nothing)}</p>
      ) : (
        <ul className={styles.waits}>
          {items.map((item) => (
            <Item key={keyOf(item)} item={item} now={now} />
          ))}
          {total > items.length && (
            <li className={styles.nothing}>{t('more', { count: total - items.length })}</li>
          )}
        </ul>
      )}
    </section>
  );
}

function Item({ item, now }: { item: WaitingItem; now: Date }) {
  switch (item.kind) {
    case 'hand-off':
      return <HandOffItem item={item} now={now} />;
    case 'price':
      return <PriceItem item={item} now={now} />;
    case 'failed-message':
      return <FailedMessageItem item={item} now={now} />;
    default:
      return item satisfies never;
  }
}

function keyOf(item: WaitingItem): string {
  if (item.kind === 'price') return `price-${item.priceId}`;
  return item.kind === 'hand-off' ? `hand-off-${item.conversationId}` : `failed-${item.messageId}`;
}
