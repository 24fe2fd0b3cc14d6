'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useProblemWords } from '../../api/problem-words.ts';
import { signOut } from '../../api/session.ts';
import { useNotices } from '../../ui/use-notices.tsx';

/** Ends the session and drops everything this browser had read, so that the next person finds nothing. */
export function useSignOut(): () => Promise<void> {
  const router = useRouter();
  const queryClient = useQueryClient();
  const words = useProblemWords();
  const notices = useNotices();
  return async () => {
    try {
      await signOut();
      sessionStorage.clear();
      router.push('/sign-in');
      queryClient.clear();
    } catch (error) {
      notices.warn(words(error));
    }
  };
}
