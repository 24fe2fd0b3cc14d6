'use client';
import type { ConversationDetail } from '@servicepro/contracts/rest/conversations';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useConversation } from '../../api/conversations.ts';
import { isProblem } from '../../api/problem.ts';
import { useKeys } from '../../ui/keys/use-keys.ts';
import { EmptyState, ErrorState } from '../../ui/parts/screen-state.tsx';
import { useTenancy } from '../shell/tenancy.tsx';
import { Composer } from './composer.tsx';
import { ConversationHeader } from './conversation-header.tsx';
import { ConversationSkeleton } from './conversation-skeleton.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import styles from './inbox.module.css';
import { MessageScroll } from './message-scroll.tsx';
import { OwnershipBar } from './ownership-bar.tsx';
import { useThreadActs } from './use-thread-acts.ts';

type Props = { conversationId: string; now: Date; wantsReply: boolean; onBack: () => void };

export function Conversation({ conversationId, now, wantsReply, onBack }: Props) {
  const t = useTranslations('inbox');
  const { tenant } = useTenancy();
  const query = useConversation(tenant.id, conversationId);
  const pages = query.data?.pages;
  const newest = pages?.[0];
  if (pages && newest) {
    const messages = pages.toReversed().flatMap((page) => page.messages);
    const earlier = query.hasNextPage
      ? { isLoading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }
      : null;
    return (
      <Open
        thread={{ ...newest, messages }}
        earlier={earlier}
        now={now}
        wantsReply={wantsReply}
        onBack={onBack}
      />
    );
  }
  return (
    <section className={styles.conversation} aria-label={t('conversation')}>
      {query.error && isProblem(query.error) && query.error.status === 404 ? (
        <EmptyState drawing={null} title={t('noSuchThread.title')} text={t('noSuchThread.text')} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <ConversationSkeleton />
      )}
    </section>
  );
}

type OpenProps = {
  thread: ConversationDetail;
  earlier: { isLoading: boolean; load: () => void } | null;
  now: Date;
  wantsReply: boolean;
  onBack: () => void;
};

function Open({ thread, earlier, now, wantsReply, onBack }: OpenProps) {
  const t = useTranslations('inbox');
  const { canChange } = useTenancy();
  const acts = useThreadActs(thread.id);
  const box = useRef<HTMLTextAreaElement>(null);
  const [openFacts, setOpenFacts] = useState<ReadonlySet<string>>(new Set());
  const [isCardOpen, setCardOpen] = useState(false);
  const toggleFacts = (id: string) => setOpenFacts((open) => toggled(open, id));
  const lastId = thread.messages.at(-1)?.id;
  const { markRead } = acts;
  useEffect(() => {
    if (canChange && document.visibilityState === 'visible') markRead();
  }, [lastId, canChange, markRead]);
  useEffect(() => {
    if (wantsReply) box.current?.focus();
  }, [wantsReply]);
  useKeys({
    t: () => {
      if (canChange && !(thread.ownership.state === 'person' && thread.ownership.isYou)) acts.act('takeover');
    },
    b: () => {
      if (canChange && thread.ownership.state !== 'ai') acts.act('hand-back');
    },
    r: () => box.current?.focus(),
    o: () => {
      const last = thread.messages.findLast((message) => message.facts.length + message.actions.length > 0);
      if (last) toggleFacts(last.id);
    },
  });
  return (
    <>
      <section className={styles.conversation} aria-label={t('conversation')}>
        <ConversationHeader
          customer={thread.customer}
          onBack={onBack}
          isCardOpen={isCardOpen}
          onCard={() => setCardOpen(!isCardOpen)}
        />
        <OwnershipBar ownership={thread.ownership} acts={acts} canChange={canChange} />
        <MessageScroll
          thread={thread}
          earlier={earlier}
          now={now}
          openFacts={openFacts}
          onFacts={toggleFacts}
        />
        <Composer ref={box} thread={thread} />
      </section>
      <CustomerPanel
        customer={thread.customer}
        now={now}
        isOpen={isCardOpen}
        onClose={() => setCardOpen(false)}
      />
    </>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
