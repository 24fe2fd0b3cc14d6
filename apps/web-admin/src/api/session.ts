import type { Me } from '@servicepro/contracts/rest/identity';
import { useQuery } from '@tanstack/react-query';
import { change, read } from './client.ts';

export const meKey = ['me'] as const;

/** Who is signed in and where they may enter. A 401 leads to the sign-in page. */
export function useMe() {
  return useQuery({
    queryKey: meKey,
    queryFn: ({ signal }) => read<Me>('/api/v1/me', { signal }),
    staleTime: 5 * 60_000,
  });
}

export function signIn(email: string, password: string): Promise<unknown> {
  return change('POST', '/api/auth/sign-in/email', { email, password });
}

export function signOut(): Promise<unknown> {
  return change('POST', '/api/auth/sign-out', {});
}
