import { actionPolicy, type Channel, type IdentityLevel, identityLevels } from './action-policy.data.ts';
import {
  type ActionName,
  actionInputs,
  type Offer,
  type Proposal,
  type Risk,
} from './action-schemas.rules.ts';

/** In which situation an action is proposed. Made by the executor, never by a brain. */
export interface PolicyContext {
  readonly channel: Channel;
  readonly identity: IdentityLevel;
  readonly isOptedOut: boolean;
  readonly tenantStatus: 'active' | 'suspended' | 'cancelled';
  /** What the replies before this turn offered: a yes is tied to one of these. */
  readonly offers: readonly Offer[];
  /** The hold that belongs to this conversation. */
  readonly holdId: string | null;
  readonly actionsSoFar: number;
}

export type Verdict =
  | { readonly kind: 'allowed'; readonly proposal: Proposal; readonly risk: Risk }
  | { readonly kind: 'refused'; readonly reason: string; readonly risk: Risk };

/** A turn that proposes more than this is a loop. */
export const maxActionsPerTurn = 8;

/** Whether a proposed action may run: known, well-formed, allowed on this channel, and tied to an offer where it books. */
export function checkPolicy(
  proposed: { readonly name: string; readonly input: unknown },
  context: PolicyContext,
): Verdict {
  if (!isActionName(proposed.name)) return { kind: 'refused', reason: 'unknown-action', risk: 'staff' };
  const row = actionPolicy[proposed.name];
  const refuse = (reason: string): Verdict => ({ kind: 'refused', reason, risk: row.risk });
  if (context.actionsSoFar >= maxActionsPerTurn) return refuse('too-many-actions');
  const least = row.channels[context.channel];
  if (least === undefined) return refuse('channel-not-allowed');
  if (identityLevels.indexOf(context.identity) < identityLevels.indexOf(least))
    return refuse('identity-too-low');
  if (context.isOptedOut && !row.isAllowedWhenOptedOut) return refuse('opted-out');
  if (context.tenantStatus !== 'active' && row.risk !== 'system') return refuse('business-not-active');
  const parsed = actionInputs[proposed.name].safeParse(proposed.input);
  if (!parsed.success) return refuse('input-not-valid');
  const proposal = asProposal(proposed.name, parsed.data);
  if (row.needsOffer && !isOffered(proposal, context.offers)) return refuse('not-offered-before');
  if (
    'holdId' in proposal.input &&
    proposal.input.holdId !== null &&
    proposal.input.holdId !== context.holdId
  )
    return refuse('not-your-hold');
  return { kind: 'allowed', proposal, risk: row.risk };
}

function isOffered(proposal: Proposal, offers: readonly Offer[]): boolean {
  if (!('offer' in proposal.input)) return false;
  const { offer } = proposal.input;
  return offers.some((given) => given.startsAt === offer.startsAt && given.resourceId === offer.resourceId);
}

function isActionName(name: string): name is ActionName {
  return Object.hasOwn(actionInputs, name);
}

/** Guarantee: the input was parsed by the schema of this very name. */
function asProposal(name: ActionName, input: unknown): Proposal {
  return { name, input } as Proposal;
}
