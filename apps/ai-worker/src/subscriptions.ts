import type { AppDatabase } from '@servicepro/db';
import { conversationJobs } from '@servicepro/domain/conversations/jobs';
import { receptionistJobs } from '@servicepro/domain/receptionist/jobs';
import { siteJobs } from '@servicepro/domain/sites/jobs';
import { openPhoneAccount } from '@servicepro/domain/tenants';
import type { SmsProvider } from '@servicepro/providers/sms';
import type { Clock } from '@servicepro/service-kit/clock';
import type { KillPoint, Subscription } from '@servicepro/service-kit/jobs';
import type { Live } from '@servicepro/service-kit/live';
import type { TenantContext } from '@servicepro/tenant-context';
import { revalidateSite, type SiteRevalidation } from './revalidate-site.ts';

export interface SliceDeps {
  database: AppDatabase;
  sms: SmsProvider;
  credentialKey: Uint8Array;
  /** How long a claim to send keeps other workers away: longer than the carrier's timeout. */
  claimMs: number;
  /** Public base of the carrier's webhooks, without a path. */
  webhookOrigin: string;
  site: SiteRevalidation;
  live: Live;
  clock: Clock;
  killPoint: KillPoint;
  /** Something was enqueued: look now. */
  wakeRelay(): void;
}

/** Every background handler of the product, slice by slice. */
export function allSubscriptions(deps: SliceDeps): Subscription[] {
  const { database, sms, live, killPoint } = deps;
  return [
    ...conversationJobs({
      database,
      sms,
      killPoint,
      claimMs: deps.claimMs,
      accountOf: (context, accountId) => accountOf(deps, context, accountId),
      statusCallbackUrl: (_context, messageId) => `${deps.webhookOrigin}/twilio/status?message=${messageId}`,
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      changed: (context, ids) => live.publish(context.tenantId, { topic: 'conversations', ids }),
    }),
    ...receptionistJobs({
      ...{ database, killPoint, clock: deps.clock, wakeRelay: deps.wakeRelay },
      stopwatch: () => performance.now(),
      changed(context, { conversationId, bookingId }) {
        live.publish(context.tenantId, { topic: 'conversations', ids: [conversationId] });
        if (bookingId) live.publish(context.tenantId, { topic: 'bookings', ids: [bookingId] });
      },
    }),
    ...siteJobs({ revalidate: (tenantId) => revalidateSite(deps.site, tenantId) }),
  ];
}

async function accountOf(deps: SliceDeps, context: TenantContext, accountId: string) {
  const account = await openPhoneAccount(deps, context, { accountId });
  if (!account) throw new Error('the account that owns this number is not among the tenant’s accounts');
  return { sid: account.accountId, authToken: account.authToken };
}
