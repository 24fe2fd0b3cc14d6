/** One inbound message and whose it must be. `tenant` counts from 1; null is nobody. */
export interface InboundRow {
  what: string;
  to: string;
  serviceId: string | null;
  expected: { tenant: number } | { unrouted: 'unknown-address' | 'service-and-number-disagree' };
}

/** Twenty tenants; the first ten have a messaging service of their own, the last two are suspended and cancelled. */
export const tenantCount = 20;
export const numberOf = (tenant: number, line: 1 | 2 = 1): string =>
  `+1512555${line}${String(tenant).padStart(3, '0')}`;
export const serviceOf = (tenant: number): string => `MG${String(tenant).padStart(32, '0')}`;
/** Used by tenants 11 and 12 together: it has no address row, so it decides nothing. */
export const sharedService = 'MGshared';
export const statusOf = (tenant: number): 'active' | 'suspended' => (tenant >= 19 ? 'suspended' : 'active');
/** Numbers that moved from one tenant to another before the message came. */
export const moved: readonly { number: string; from: number; to: number }[] = [13, 14, 15, 16, 17].map(
  (from) => ({ number: numberOf(from, 2), from, to: from - 12 }),
);

const tenants = Array.from({ length: tenantCount }, (_, index) => index + 1);
const withService = tenants.slice(0, 10);
const unmoved = tenants.filter((tenant) => !moved.some((move) => move.from === tenant));

export const inboundRows: readonly InboundRow[] = [
  ...tenants.slice(0, 8).map((tenant) => ({
    what: 'an empty service counts as none',
    to: numberOf(tenant),
    serviceId: '',
    expected: { tenant },
  })),
  ...tenants.map((tenant) => ({
    what: 'by its first number',
    to: numberOf(tenant),
    serviceId: null,
    expected: { tenant },
  })),
  ...unmoved.map((tenant) => ({
    what: 'by its second number',
    to: numberOf(tenant, 2),
    serviceId: null,
    expected: { tenant },
  })),
  ...moved.map((move) => ({
    what: 'a moved number is its new owner’s',
    to: move.number,
    serviceId: null,
    expected: { tenant: move.to },
  })),
  ...moved.map((move) => ({
    what: 'a moved number with its new owner’s service',
    to: move.number,
    serviceId: serviceOf(move.to),
    expected: { tenant: move.to },
  })),
  ...moved.slice(0, 3).map((move) => ({
    what: 'a moved number with another’s service',
    to: move.number,
    serviceId: serviceOf(move.to + 1),
    expected: { unrouted: 'service-and-number-disagree' as const },
  })),
  ...withService.map((tenant) => ({
    what: 'by service and number',
    to: numberOf(tenant),
    serviceId: serviceOf(tenant),
    expected: { tenant },
  })),
  ...withService.map((tenant) => ({
    what: 'by service, to a number that nobody has',
    to: `+1737555${String(tenant).padStart(4, '0')}`,
    serviceId: serviceOf(tenant),
    expected: { tenant },
  })),
  ...withService.map((tenant) => ({
    what: 'a service and a number of two tenants',
    to: numberOf((tenant % 20) + 1),
    serviceId: serviceOf(tenant),
    expected: { unrouted: 'service-and-number-disagree' as const },
  })),
  ...[11, 12].flatMap((tenant) =>
    ([1, 2] as const).map((line) => ({
      what: 'a shared service: the number decides',
      to: numberOf(tenant, line),
      serviceId: sharedService,
      expected: { tenant },
    })),
  ),
  ...tenants.map((tenant) => ({
    what: 'an unknown service: the number decides',
    to: numberOf(tenant),
    serviceId: `MGunknown${tenant}`,
    expected: { tenant },
  })),
  ...tenants.map((tenant) => ({
    what: 'a shared service with an unknown number',
    to: `+1830555${String(tenant).padStart(4, '0')}`,
    serviceId: sharedService,
    expected: { unrouted: 'unknown-address' as const },
  })),
  ...tenants.map((tenant) => ({
    what: 'an unknown number',
    to: `+1915555${String(tenant).padStart(4, '0')}`,
    serviceId: null,
    expected: { unrouted: 'unknown-address' as const },
  })),
  ...tenants.map((tenant) => ({
    what: 'a number one digit off',
    to: `${numberOf(tenant)}0`,
    serviceId: null,
    expected: { unrouted: 'unknown-address' as const },
  })),
  ...tenants.map((tenant) => ({
    what: 'a number without its plus',
    to: numberOf(tenant).slice(1),
    serviceId: null,
    expected: { unrouted: 'unknown-address' as const },
  })),
  ...withService.map((tenant) => ({
    what: 'a service in the place of the number',
    to: serviceOf(tenant),
    serviceId: null,
    expected: { unrouted: 'unknown-address' as const },
  })),
];
