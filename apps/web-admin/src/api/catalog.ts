import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import { keys } from './keys.ts';

export function useCatalog(tenantId: string) {
  return useQuery({
    queryKey: keys.catalog(tenantId),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/tenants/{tenantId}/catalog', { params: { path: { tenantId } }, signal })),
    staleTime: 60_000,
  });
}

/** From now on the AI may quote this price. Owners only. */
export function confirmPrice(tenantId: string, priceId: string, priceCents: number) {
  return answerOf(
    api.POST('/api/v1/tenants/{tenantId}/prices/{priceId}/confirm', {
      params: { path: { tenantId, priceId } },
      body: { priceCents },
    }),
  );
}
