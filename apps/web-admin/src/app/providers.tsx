'use client';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { isProblem } from '../api/problem.ts';
import { signInPath } from '../features/sign-in/return-path.ts';
import { cssVariablesResolver } from '../ui/theme/css-variables.ts';
import { theme } from '../ui/theme/theme.ts';

export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  const router = useRouter();
  const [queryClient] = useState(() =>
    makeQueryClient(() => {
      const { pathname, search } = window.location;
      if (!pathname.startsWith('/sign-in')) router.replace(signInPath(pathname, search));
    }),
  );
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      <Notifications position="bottom-right" autoClose={6000} transitionDuration={120} limit={4} />
    </MantineProvider>
  );
}

/** Reads are tried again only where trying again can help: not on 4xx answers. A 401 anywhere means signed out. */
function makeQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isProblem(error) && error.status === 401) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) =>
          failures < 2 && !(isProblem(error) && error.status >= 400 && error.status < 500),
      },
    },
  });
}
