import { TakeTurn } from '@servicepro/contracts/messages';
import { withTenant } from '@servicepro/db';
import { type Subscription, subscribe } from '@servicepro/service-kit/jobs';
import { waitForPerson } from '../conversations/index.ts';
import { type TakeTurnDeps, takeTurn } from './take-turn.ts';

/** Answering conversations. A turn that cannot be taken, however often it is tried, goes to a person. */
export function receptionistJobs(deps: TakeTurnDeps): Subscription[] {
  return [
    subscribe(
      TakeTurn,
      'take-turn',
      (run, { conversationId, messageId }) =>
        takeTurn(deps, run.context, {
          conversationId,
          messageId,
          holder: `${run.outboxId}.${run.attempt}`,
          settle: (db) => run.markProcessed(db),
        }),
      {
        onDead: async (run, { conversationId }) => {
          const waiting = {
            conversationId,
            reason: 'The assistant could not answer.',
            now: deps.clock.now(),
          };
          await withTenant(deps.database, run.context, (db) => waitForPerson(db, waiting));
          deps.changed(run.context, { conversationId, bookingId: null });
        },
      },
    ),
  ];
}
