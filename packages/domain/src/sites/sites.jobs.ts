import { BookingCancelled, BookingMade, BookingMoved, PriceConfirmed } from '@servicepro/contracts/messages';
import { type Subscription, subscribe } from '@servicepro/service-kit/jobs';
import type { TenantId } from '@servicepro/tenant-context';

export interface SiteJobsDeps {
  /** Makes site-renderer build the tenant's pages anew. Safe to repeat. Throws when it cannot be reached. */
  revalidate(tenantId: TenantId): Promise<void>;
}

/** A tenant's pages show its next opening and its prices: what changes them makes the pages be built anew. */
export function siteJobs(deps: SiteJobsDeps): Subscription[] {
  return [BookingMade, BookingMoved, BookingCancelled, PriceConfirmed].map((message) =>
    subscribe(message, 'revalidate-site', (run) => deps.revalidate(run.context.tenantId)),
  );
}
