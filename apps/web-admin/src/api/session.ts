import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api, postToAuth } from './client.ts';

/** Who is signed in and where they may enter. A 401 leads to the sign-in page. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/me', { signal })),
  staleTime: 5 * 60_000,
});

export function useMe() {
  return useQuery(meQuery);
}

export function signIn(email: string, password: string): Promise<void> {
  return postToAuth('sign-in/email', { email, password });
}

export function signOut(): Promise<void> {
  return postToAuth('sign-out', {});
}
