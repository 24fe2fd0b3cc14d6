import { TakeTurn } from '@servicepro/contracts/messages';
import { type Subscription, subscribe } from '@servicepro/service-kit/jobs';
import { type TakeTurnDeps, takeTurn } from './take-turn.ts';

/** Answering conversations. */
export function receptionistJobs(deps: TakeTurnDeps): Subscription[] {
  return [
    subscribe(TakeTurn, 'take-turn', (run, { conversationId, messageId }) =>
      takeTurn(deps, run.context, {
        conversationId,
        messageId,
        holder: `${run.outboxId}.${run.attempt}`,
        settle: (db) => run.markProcessed(db),
      }),
    ),
  ];
}
