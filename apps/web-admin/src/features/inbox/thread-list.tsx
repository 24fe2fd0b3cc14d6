import { ActionIcon, Button, Skeleton, TextInput } from '@mantine/core';
import type { ConversationSummary } from '@servicepro/contracts/rest/conversations';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useConversations } from '../../api/conversations.ts';
import { EmptyState, ErrorState } from '../../ui/parts/screen-state.tsx';
import { ShallowLink } from '../../ui/url/shallow-link.tsx';
import { useTenancy } from '../shell/tenancy.tsx';
import { EmptyInbox } from './empty-inbox.tsx';
import { filters, type useInboxAddress } from './inbox-address.ts';
import { ThreadRow } from './thread-row.tsx';
import styles from './threads.module.css';
import { useHeldThreads } from './use-held-threads.ts';

type Props = {
  address: ReturnType<typeof useInboxAddress>;
  now: Date;
  isSearching: boolean;
  onSearching: (isSearching: boolean) => void;
};

export function ThreadList({ address, now, isSearching, onSearching }: Props) {
  const t = useTranslations('inbox');
  const shell = useTranslations('shell');
  const { tenant } = useTenancy();
  const query = useConversations(tenant.id, address.filter, address.query);
  const counts = query.data?.pages[0]?.counts;
  const threads = query.data?.pages.flatMap((page) => page.conversations);
  return (
    <section className={styles.list} aria-label={t('threads')}>
      <header className={styles.head}>
        <div>
          <h2>{t('title')}</h2>
          <p className={styles.line}>
            <i data-on={tenant.phone?.isAiOn || undefined} aria-hidden="true" />
            {shell(tenant.phone === null ? 'noNumber' : tenant.phone.isAiOn ? 'aiAnswers' : 'aiIsOff')}
          </p>
        </div>
        <ActionIcon
          className="push"
          aria-label={t('search')}
          aria-expanded={isSearching || address.query !== ''}
          onClick={() => {
            if (isSearching) address.search('');
            onSearching(!isSearching);
          }}
        >
          <IconSearch size={17} stroke={1.75} />
        </ActionIcon>
      </header>
      {(isSearching || address.query !== '') && (
        <Search address={address} onClose={() => onSearching(false)} />
      )}
      <nav className={styles.tabs} aria-label={t('filters')}>
        {filters.map((filter) => (
          <ShallowLink
            key={filter}
            href={address.filterHref(filter)}
            aria-current={address.filter === filter ? 'page' : undefined}
          >
            {t(`filter.${filter}`)}{' '}
            {filter === 'needs-you' && counts && counts.needsYou > 0 && (
              <span className="num">{counts.needsYou}</span>
            )}
            {filter === 'yours' && counts && counts.yours > 0 && <span className="num">{counts.yours}</span>}
          </ShallowLink>
        ))}
      </nav>
      {threads ? (
        <Rows threads={threads} query={query} address={address} now={now} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Rows.Skeleton />
      )}
    </section>
  );
}

const SEARCH_AFTER_MS = 250;

function Search({ address, onClose }: { address: Props['address']; onClose: () => void }) {
  const t = useTranslations('inbox');
  const [text, setText] = useState(address.query);
  const search = useRef(address.search);
  search.current = address.search;
  useEffect(() => {
    const timer = setTimeout(() => search.current(text.trim()), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <TextInput
      className={styles.search}
      aria-label={t('search')}
      placeholder={t('searchHint')}
      value={text}
      autoFocus
      type="search"
      leftSection={<IconSearch size={15} stroke={1.75} aria-hidden="true" />}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        address.search('');
        onClose();
      }}
    />
  );
}

type RowsProps = {
  threads: ConversationSummary[];
  query: ReturnType<typeof useConversations>;
  address: Props['address'];
  now: Date;
};

function Rows({ threads, query, address, now }: RowsProps) {
  const t = useTranslations('inbox');
  const held = useHeldThreads(threads, `${address.filter} ${address.query}`);
  if (threads.length === 0) {
    const kind = address.query ? 'search' : address.filter;
    return (
      <EmptyState drawing={<EmptyInbox />} title={t(`empty.${kind}.title`)} text={t(`empty.${kind}.text`)} />
    );
  }
  return (
    <>
      {held.newCount > 0 && (
        <button type="button" className={styles.newer} onClick={held.release}>
          {t('newer', { count: held.newCount })}
        </button>
      )}
      <ul className={styles.rows} ref={held.ref} onPointerEnter={held.hold} onPointerLeave={held.release}>
        {held.threads.map((thread) => (
          <ThreadRow
            key={thread.id}
            thread={thread}
            href={address.threadHref(thread.id)}
            isOpen={address.threadId === thread.id}
            now={now}
          />
        ))}
        {query.hasNextPage && (
          <li className={styles.more}>
            <Button size="sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('loadMore')}
            </Button>
          </li>
        )}
      </ul>
    </>
  );
}

Rows.Skeleton = function RowsSkeleton() {
  const t = useTranslations('state');
  return (
    <div className={styles.skeleton} role="status" aria-label={t('loading')}>
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div key={row} className={styles.thread}>
          <Skeleton height={14} width="55%" />
          <Skeleton height={12} width="90%" />
          <Skeleton height={18} width={64} radius={10} />
        </div>
      ))}
    </div>
  );
};
