import { Button } from '@mantine/core';
import type { ConversationDetail } from '@servicepro/contracts/rest/conversations';
import { IconArrowDown, IconHandStop } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { addDays, wallTimeAt } from '../../ui/time/zoned-time.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './inbox.module.css';
import { Message } from './message.tsx';
import { useStickToEnd } from './use-stick-to-end.ts';

type Props = {
  thread: ConversationDetail;
  earlier: { isLoading: boolean; load: () => void } | null;
  now: Date;
  openFacts: ReadonlySet<string>;
  onFacts: (messageId: string) => void;
};

export function MessageScroll({ thread, earlier, now, openFacts, onFacts }: Props) {
  const t = useTranslations('inbox');
  const { format, tenant } = useTenancy();
  const { messages, ownership } = thread;
  const scroll = useStickToEnd(messages[0]?.id, messages.at(-1)?.id);
  const dayOf = (at: string) => wallTimeAt(at, tenant.timeZone).day;
  const today = wallTimeAt(now, tenant.timeZone).day;
  const dayWords = (at: string) => {
    if (dayOf(at) === today) return t('today');
    return dayOf(at) === addDays(today, -1)
      ? t('yesterday', { day: format.longDay(at) })
      : format.longDay(at);
  };
  return (
    <div className={styles.scrollFrame}>
      <div
        className={styles.scroll}
        ref={scroll.ref}
        onScroll={scroll.onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-label={t('messages')}
      >
        {earlier && (
          <div className={styles.earlier}>
            <Button size="sm" loading={earlier.isLoading} onClick={earlier.load}>
              {t('earlier')}
            </Button>
          </div>
        )}
        {messages.map((message, index) => {
          const before = messages[index - 1];
          const isNewDay = !before || dayOf(before.at) !== dayOf(message.at);
          return (
            <Fragment key={message.id}>
              {isNewDay && (
                <div className={styles.day}>
                  <span>{dayWords(message.at)}</span>
                </div>
              )}
              <Message
                message={message}
                conversationId={thread.id}
                areFactsOpen={openFacts.has(message.id)}
                onFacts={() => onFacts(message.id)}
              />
            </Fragment>
          );
        })}
        {ownership.state === 'waiting' && (
          <p className={styles.system} data-tone="warning">
            <IconHandStop size={14} stroke={1.75} aria-hidden="true" />
            <span className="num">
              {t('handedOver', { time: format.time(ownership.since) })} <b>{ownership.reason}</b>
            </span>
          </p>
        )}
      </div>
      {scroll.hasNew && (
        <button type="button" className={styles.toEnd} onClick={scroll.toEnd}>
          <IconArrowDown size={14} stroke={2} aria-hidden="true" /> {t('newMessage')}
        </button>
      )}
    </div>
  );
}
