import type { TenantDb } from '@servicepro/db';
import type { LoggedAction } from '../conversations/index.ts';
import type { ActionRun, ActionScope } from './actions/action-run.rules.ts';
import type { ActionOutcome, Proposal } from './actions/action-schemas.rules.ts';
import { checkPolicy, type PolicyContext } from './actions/check-policy.rules.ts';
import { runAction } from './actions/run-action.ts';
import type { Brain, TurnInput, TurnOutcome } from './brain/turn.rules.ts';

export interface BrainRun {
  readonly outcome: TurnOutcome;
  /** Each proposal with its verdict and what came of it, in order. */
  readonly actions: LoggedAction[];
}

/** A brain that goes on proposing after this many proposals is stopped. */
const mostProposals = 16;

/** Lets a brain propose, checks each proposal against the policy, runs what is allowed, and gives back what it came to. */
export async function runBrain(
  db: TenantDb,
  brain: Brain,
  input: TurnInput,
  scope: ActionScope,
  policy: Omit<PolicyContext, 'actionsSoFar'>,
  stopwatch: () => number,
): Promise<BrainRun> {
  const actions: LoggedAction[] = [];
  const deciding = brain(input);
  let step = deciding.next();
  while (!step.done) {
    if (actions.length >= mostProposals) throw new Error('the brain does not come to an end');
    const startedMs = stopwatch();
    const { outcome, logged } = await attempt(db, step.value, scope, {
      ...policy,
      actionsSoFar: actions.length,
    });
    actions.push({ ...logged, durationMs: stopwatch() - startedMs });
    step = deciding.next(outcome);
  }
  return { outcome: step.value, actions };
}

async function attempt(
  db: TenantDb,
  proposal: Proposal,
  scope: ActionScope,
  policy: PolicyContext,
): Promise<{ outcome: ActionOutcome; logged: Omit<LoggedAction, 'durationMs'> }> {
  const verdict = checkPolicy(proposal, policy);
  const base = { name: proposal.name, risk: verdict.risk, input: asRecord(proposal.input) };
  if (verdict.kind === 'refused') {
    return {
      outcome: { name: proposal.name, refused: verdict.reason },
      logged: {
        ...base,
        result: {},
        verdict: 'refused',
        verdictReason: verdict.reason,
        summary: `Refused: ${verdict.reason}`,
      },
    };
  }
  const run = await runAction(db, scope, verdict.proposal);
  return {
    outcome: outcomeOf(proposal.name, run),
    logged: {
      ...base,
      result: loggedResult(run),
      verdict: 'allowed',
      summary: run.summary,
      ...(run.bookingId === undefined ? {} : { bookingId: run.bookingId }),
      ...(run.inverse === undefined ? {} : { inverse: run.inverse }),
    },
  };
}

// Open times are many and change by the minute: the log keeps how many, not which.
function loggedResult({ result }: ActionRun): Record<string, unknown> {
  if ('days' in result) return { openTimes: result.days.reduce((sum, day) => sum + day.slots.length, 0) };
  return asRecord(result);
}

/** Guarantee: runAction answers with the result of this name. */
function outcomeOf(name: Proposal['name'], run: ActionRun): ActionOutcome {
  return { name, result: run.result } as ActionOutcome;
}

function asRecord(value: object): Record<string, unknown> {
  return { ...value };
}
