import type { MessageEntry } from '@servicepro/contracts/rest/conversations';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useTenancy } from '../shell/tenancy.tsx';
import { segmentsOf } from './fact-segments.rules.ts';
import { Facts } from './facts.tsx';
import styles from './message.module.css';

type Props = { message: MessageEntry; conversationId: string; areFactsOpen: boolean; onFacts: () => void };

export function Message({ message, conversationId, areFactsOpen, onFacts }: Props) {
  const { format } = useTenancy();
  const hasFooter = message.author === 'ai' && message.facts.length + message.actions.length > 0;
  if (message.direction === 'in') {
    return (
      <div className={`${styles.in} fade-in`}>
        <div className={styles.bubble}>{message.body}</div>
        <small className={`${styles.meta} num`}>{format.time(message.at)}</small>
      </div>
    );
  }
  return (
    <div className={`${styles.out} fade-in`} data-author={message.author}>
      <div className={styles.bubble}>
        <Body message={message} />
        {hasFooter && (
          <Facts message={message} conversationId={conversationId} isOpen={areFactsOpen} onToggle={onFacts} />
        )}
      </div>
      {!hasFooter && <Meta message={message} />}
      <Failure message={message} />
    </div>
  );
}

function Body({ message }: { message: MessageEntry }) {
  const t = useTranslations('inbox');
  return segmentsOf(message.body, message.facts).map((segment) =>
    segment.kind === 'text' ? (
      <span key={segment.at}>{segment.text}</span>
    ) : (
      <mark key={segment.at} className={styles.fact} title={`${segment.fact.label} ${segment.fact.detail}`}>
        {segment.text}
        <sup>
          <span className="visually-hidden">{t('factNumber')}</span>
          {segment.fact.position}
        </sup>
      </mark>
    ),
  );
}

/** Who wrote it, when, and how far it came. */
export function Meta({ message }: { message: MessageEntry }) {
  const t = useTranslations('inbox');
  const { format } = useTenancy();
  const author = message.author === 'ai' ? t('owner.ai') : (message.authorName ?? t('author.system'));
  return (
    <small className={`${styles.meta} num`} data-status={message.status}>
      {author}, {format.time(message.at)}, {t(`status.${message.status}`)}
    </small>
  );
}

/** A text that did not arrive says so with its reason: red where it failed, amber where nobody knows. */
function Failure({ message }: { message: MessageEntry }) {
  const t = useTranslations('inbox');
  const isFailed =
    message.status === 'failed' || message.status === 'undelivered' || message.status === 'suppressed';
  if (!isFailed && message.status !== 'unknown') return null;
  const words = isFailed ? t('failed') : t('unknownOutcome');
  return (
    <p
      className={styles.failure}
      data-tone={isFailed ? 'danger' : 'warning'}
      role={isFailed ? 'alert' : 'status'}
    >
      <IconAlertTriangle size={13} stroke={2} aria-hidden="true" />
      {message.statusReason ? `${words} ${message.statusReason}` : words}
    </p>
  );
}
