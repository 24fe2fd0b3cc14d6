'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { replyTo } from '../../api/conversations.ts';
import { keys } from '../../api/keys.ts';
import { useProblemWords } from '../../api/problem-words.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import { plainQuotes } from './text-length.rules.ts';

/**
 * A reply being written. It outlives a change of thread and a failed sending; trying again sends the same key, so that
 * a text that did leave is not sent twice.
 */
export function useReply(conversationId: string) {
  const { tenant } = useTenancy();
  const queryClient = useQueryClient();
  const words = useProblemWords();
  const draftKey = `servicepro-draft-${conversationId}`;
  const [text, setText] = useState(() =>
    typeof window === 'undefined' ? '' : (sessionStorage.getItem(draftKey) ?? ''),
  );
  const idempotencyKey = useRef<string | null>(null);
  const write = (next: string) => {
    setText(next);
    idempotencyKey.current = null;
    if (next) sessionStorage.setItem(draftKey, next);
    else sessionStorage.removeItem(draftKey);
  };
  const sending = useMutation({
    mutationFn: (body: string) => {
      idempotencyKey.current ??= crypto.randomUUID();
      return replyTo(tenant.id, conversationId, { body, idempotencyKey: idempotencyKey.current });
    },
    onSuccess: async () => {
      write('');
      await Promise.all(
        [keys.conversation(tenant.id, conversationId), keys.conversations(tenant.id)].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
  return {
    text,
    write,
    send: () => sending.mutate(plainQuotes(text.trim())),
    isSending: sending.isPending,
    error: sending.error ? words(sending.error) : null,
  };
}
