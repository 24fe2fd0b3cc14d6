'use client';
import type { Me, TenantSummary } from '@servicepro/contracts/rest/identity';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { formatMoney } from '../../ui/figures.ts';
import { makeZoneFormat, type ZoneFormat } from '../../ui/time/zone-format.ts';

/** The business a page is about: whose rows it reads, in whose zone and money it speaks. */
export type Tenancy = {
  tenant: TenantSummary;
  me: Me;
  /** A viewer sees everything and changes nothing. */
  canChange: boolean;
  /** Prices are the owner's word. */
  canConfirmPrices: boolean;
  format: ZoneFormat;
  money: (cents: number, style?: 'list' | 'bill') => string;
  /** A page of this business: '' is Home. */
  path: (page: string) => string;
};

const TenancyContext = createContext<Tenancy | null>(null);

export function TenancyProvider({
  tenant,
  me,
  children,
}: {
  tenant: TenantSummary;
  me: Me;
  children: ReactNode;
}) {
  const value = useMemo<Tenancy>(
    () => ({
      tenant,
      me,
      canChange: tenant.role !== 'viewer' && tenant.status === 'active',
      canConfirmPrices: tenant.role === 'owner' && tenant.status === 'active',
      format: makeZoneFormat(tenant.locale, tenant.timeZone),
      money: (cents, style) => formatMoney(cents, tenant.currency, tenant.locale, style),
      path: (page) => (page ? `/${tenant.slug}/${page}` : `/${tenant.slug}`),
    }),
    [tenant, me],
  );
  return <TenancyContext.Provider value={value}>{children}</TenancyContext.Provider>;
}

export function useTenancy(): Tenancy {
  const value = useContext(TenancyContext);
  if (!value) throw new Error('useTenancy stands outside TenancyProvider');
  return value;
}
