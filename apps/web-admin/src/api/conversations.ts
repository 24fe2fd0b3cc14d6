import type { ConversationFilter, ReplyBody } from '@servicepro/contracts/rest/conversations';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import { keys } from './keys.ts';

const PAGE_SIZE = 30;

export function useConversations(tenantId: string, filter: ConversationFilter, search: string) {
  return useInfiniteQuery({
    queryKey: keys.conversationList(tenantId, filter, search),
    queryFn: ({ pageParam, signal }) => {
      const query = {
        filter,
        limit: PAGE_SIZE,
        ...(search && { search }),
        ...(pageParam && { cursor: pageParam }),
      };
      return answerOf(
        api.GET('/api/v1/tenants/{tenantId}/conversations', {
          params: { path: { tenantId }, query },
          signal,
        }),
      );
    },
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** How many wait: the number beside Inbox in the navigation. */
export function useWaitingCount(tenantId: string): number {
  const { data } = useQuery({
    queryKey: [...keys.conversations(tenantId), 'counts'],
    queryFn: ({ signal }) => {
      const params = { path: { tenantId }, query: { filter: 'needs-you' as const, limit: 1 } };
      return answerOf(api.GET('/api/v1/tenants/{tenantId}/conversations', { params, signal }));
    },
  });
  return data?.counts.needsYou ?? 0;
}

/** One thread; earlier pages of its messages hang in front. */
export function useConversation(tenantId: string, conversationId: string) {
  return useInfiniteQuery({
    queryKey: keys.conversation(tenantId, conversationId),
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { tenantId, conversationId }, query: pageParam ? { before: pageParam } : {} };
      return answerOf(
        api.GET('/api/v1/tenants/{tenantId}/conversations/{conversationId}', { params, signal }),
      );
    },
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.olderCursor ?? undefined,
  });
}

export type ThreadAct = 'takeover' | 'hand-back' | 'read';

const actPaths = {
  takeover: '/api/v1/tenants/{tenantId}/conversations/{conversationId}/takeover',
  'hand-back': '/api/v1/tenants/{tenantId}/conversations/{conversationId}/hand-back',
  read: '/api/v1/tenants/{tenantId}/conversations/{conversationId}/read',
} as const;

export function actOnThread(tenantId: string, conversationId: string, act: ThreadAct) {
  return answerOf(api.POST(actPaths[act], { params: { path: { tenantId, conversationId } } }));
}

export function replyTo(tenantId: string, conversationId: string, body: ReplyBody) {
  const params = { path: { tenantId, conversationId } };
  return answerOf(
    api.POST('/api/v1/tenants/{tenantId}/conversations/{conversationId}/messages', { params, body }),
  );
}

export function undoAction(tenantId: string, actionId: string) {
  const params = { path: { tenantId, actionId } };
  return answerOf(api.POST('/api/v1/tenants/{tenantId}/actions/{actionId}/undo', { params }));
}

function firstPage(): string | undefined {
  return undefined;
}
