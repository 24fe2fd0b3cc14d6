import { CheckDelivery, SendMessage } from '@servicepro/contracts/messages';
import { type TenantDb, withTenant } from '@servicepro/db';
import { type Subscription, subscribe } from '@servicepro/service-kit/jobs';
import type { TenantContext } from '@servicepro/tenant-context';
import { closeUnreported } from './apply-delivery-report.ts';
import { recordGivenUp } from './record-send.ts';
import { type SendMessageDeps, sendMessage } from './send-message.ts';

export interface ConversationJobsDeps extends SendMessageDeps {
  /** Tells the tenant's open screens which threads changed. */
  changed(context: TenantContext, conversationIds: string[]): void;
}

/** Sending texts, and closing those on which no report came. */
export function conversationJobs(deps: ConversationJobsDeps): Subscription[] {
  return [
    subscribe(
      SendMessage,
      'send-message',
      async (run, { messageId }) => {
        const { conversationId } = await sendMessage(deps, run.context, {
          messageId,
          settle: (db: TenantDb) => run.markProcessed(db),
        });
        if (conversationId) deps.changed(run.context, [conversationId]);
      },
      {
        onDead: (run, { messageId }) =>
          withTenant(deps.database, run.context, (db) => recordGivenUp(db, messageId)),
      },
    ),
    subscribe(CheckDelivery, 'close-unreported', (run, { messageId }) =>
      withTenant(deps.database, run.context, async (db) => {
        if (await run.markProcessed(db)) await closeUnreported(db, messageId);
      }),
    ),
  ];
}
