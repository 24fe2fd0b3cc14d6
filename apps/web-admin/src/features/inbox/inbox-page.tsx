'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useNow } from '../../api/clock.ts';
import { useKeys } from '../../ui/keys/use-keys.ts';
import { Conversation } from './conversation.tsx';
import styles from './inbox.module.css';
import { useInboxAddress } from './inbox-address.ts';
import { NoThread } from './no-thread.tsx';
import { ThreadList } from './thread-list.tsx';

export function InboxPage() {
  const t = useTranslations('inbox');
  const address = useInboxAddress();
  const now = useNow();
  const [isSearching, setSearching] = useState(false);
  useKeys({
    j: () => focusThread(1, address.threadId),
    k: () => focusThread(-1, address.threadId),
    '/': () => setSearching(true),
    Escape: () => address.threadId && address.closeThread(),
  });
  return (
    <div
      className={styles.inbox}
      data-open={address.threadId ? '' : undefined}
      data-immersive={address.threadId ? '' : undefined}
    >
      <h1 className="visually-hidden">{t('title')}</h1>
      <ThreadList address={address} now={now} isSearching={isSearching} onSearching={setSearching} />
      {address.threadId ? (
        <Conversation
          key={address.threadId}
          conversationId={address.threadId}
          now={now}
          wantsReply={address.wantsReply}
          onBack={address.closeThread}
        />
      ) : (
        <NoThread />
      )}
    </div>
  );
}

/** J and K walk the rows by focus; Enter on a row is the link's own. From nowhere they begin at the open thread. */
function focusThread(step: 1 | -1, openId: string | null): void {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>('a[data-thread]')];
  const focused = rows.findIndex((row) => row.matches(':focus'));
  const from = focused >= 0 ? focused : rows.findIndex((row) => row.dataset.thread === openId);
  const next = from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + step));
  rows[next]?.focus();
}
