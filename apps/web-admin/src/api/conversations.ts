import type {
  ConversationDetail,
  ConversationFilter,
  ConversationList,
  ReplyBody,
} from '@servicepro/contracts/rest/conversations';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { change, read } from './client.ts';
import { keys } from './keys.ts';

const base = (tenantId: string) => `/api/v1/tenants/${tenantId}/conversations`;
const PAGE_SIZE = 30;

export function useConversations(tenantId: string, filter: ConversationFilter, search: string) {
  return useInfiniteQuery({
    queryKey: keys.conversationList(tenantId, filter, search),
    queryFn: ({ pageParam, signal }) =>
      read<ConversationList>(base(tenantId), {
        query: { filter, search: search || undefined, cursor: pageParam, limit: PAGE_SIZE },
        signal,
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** How many wait: the number beside Inbox in the navigation. */
export function useWaitingCount(tenantId: string): number {
  const { data } = useQuery({
    queryKey: [...keys.conversations(tenantId), 'counts'],
    queryFn: ({ signal }) =>
      read<ConversationList>(base(tenantId), { query: { filter: 'needs-you', limit: 1 }, signal }),
  });
  return data?.counts.needsYou ?? 0;
}

/** One thread; earlier pages of its messages hang in front. */
export function useConversation(tenantId: string, conversationId: string) {
  return useInfiniteQuery({
    queryKey: keys.conversation(tenantId, conversationId),
    queryFn: ({ pageParam, signal }) =>
      read<ConversationDetail>(`${base(tenantId)}/${conversationId}`, {
        query: { before: pageParam },
        signal,
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.olderCursor ?? undefined,
  });
}

export type ThreadAct = 'takeover' | 'hand-back' | 'read';

export function actOnThread(tenantId: string, conversationId: string, act: ThreadAct): Promise<unknown> {
  return change('POST', `${base(tenantId)}/${conversationId}/${act}`);
}

export function replyTo(
  tenantId: string,
  conversationId: string,
  body: ReplyBody,
): Promise<{ messageId: string }> {
  return change('POST', `${base(tenantId)}/${conversationId}/messages`, body);
}

export function undoAction(tenantId: string, actionId: string): Promise<unknown> {
  return change('POST', `/api/v1/tenants/${tenantId}/actions/${actionId}/undo`);
}

function firstPage(): string | undefined {
  return undefined;
}
