'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { actOnThread, type ThreadAct, undoAction } from '../../api/conversations.ts';
import { keys } from '../../api/keys.ts';
import { useProblemWords } from '../../api/problem-words.ts';
import { useNotices } from '../../ui/use-notices.tsx';
import { useTenancy } from '../shell/tenancy.tsx';

/** Take over, hand back, mark read, undo: each then reads the thread and the list again, without waiting for the stream. */
export function useThreadActs(conversationId: string) {
  const t = useTranslations('inbox');
  const { tenant } = useTenancy();
  const queryClient = useQueryClient();
  const words = useProblemWords();
  const notices = useNotices();
  const readAgain = useCallback(
    () =>
      Promise.all(
        [
          keys.conversation(tenant.id, conversationId),
          keys.conversations(tenant.id),
          keys.home(tenant.id),
        ].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      ),
    [queryClient, tenant.id, conversationId],
  );
  const onError = (error: unknown) => notices.warn(words(error));
  const acting = useMutation({
    mutationFn: (act: ThreadAct) => actOnThread(tenant.id, conversationId, act),
    onSuccess: readAgain,
    onError,
  });
  const undoing = useMutation({
    mutationFn: (actionId: string) => undoAction(tenant.id, actionId),
    onSuccess: async () => {
      notices.tell(t('undone'));
      await Promise.all([readAgain(), queryClient.invalidateQueries({ queryKey: keys.days(tenant.id) })]);
    },
    onError,
  });
  const markRead = useCallback(() => {
    // Nobody asked for this, so a failure says nothing: the thread only stays marked as unread.
    actOnThread(tenant.id, conversationId, 'read').then(
      () => queryClient.invalidateQueries({ queryKey: keys.conversations(tenant.id) }),
      () => undefined,
    );
  }, [tenant.id, conversationId, queryClient]);
  return {
    act: acting.mutate,
    pending: acting.isPending ? acting.variables : null,
    undo: undoing.mutate,
    undoingId: undoing.isPending ? undoing.variables : null,
    markRead,
  };
}
