import type { Catalog } from '@servicepro/contracts/rest/catalog';
import { useQuery } from '@tanstack/react-query';
import { change, read } from './client.ts';
import { keys } from './keys.ts';

export function useCatalog(tenantId: string, isWanted: boolean) {
  return useQuery({
    queryKey: keys.catalog(tenantId),
    queryFn: ({ signal }) => read<Catalog>(`/api/v1/tenants/${tenantId}/catalog`, { signal }),
    staleTime: 60_000,
    enabled: isWanted,
  });
}

/** From now on the AI may quote this price. */
export function confirmPrice(tenantId: string, priceId: string, priceCents: number): Promise<unknown> {
  return change('POST', `/api/v1/tenants/${tenantId}/prices/${priceId}/confirm`, { priceCents });
}
