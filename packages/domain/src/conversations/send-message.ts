import { type AppDatabase, callAsTenant, type TenantDb, withTenant } from '@servicepro/db';
import { type SentText, type SmsAccount, SmsError, type SmsProvider } from '@servicepro/providers/sms';
import { RunAgain } from '@servicepro/service-kit/jobs';
import type { TenantContext } from '@servicepro/tenant-context';
import { claimMs } from './delivery.rules.ts';
import { recordRefused, recordSent, releaseClaim } from './record-send.ts';
import { listKnownIds } from './sends.repository.ts';

export interface SendMessageDeps {
  database: AppDatabase;
  sms: SmsProvider;
  /** The credentials of a tenant's vendor account. */
  accountOf(context: TenantContext, accountId: string): Promise<SmsAccount>;
  /** Where the carrier reports to; the message's own id is in the URL. */
  statusCallbackUrl(context: TenantContext, messageId: string): string;
  /** Chaos tests end the process here; does nothing otherwise. */
  killPoint(name: 'K11' | 'K12' | 'K13'): void;
  pause(milliseconds: number): Promise<void>;
  /** How long a claim keeps other workers away; longer than the carrier's timeout. Default 6 s. */
  claimMs?: number;
}

export interface SendMessageInput {
  messageId: string;
  /** Records that this handler is done, in the transaction that settles the message. */
  settle(db: TenantDb): Promise<unknown>;
}

interface ClaimedText {
  id: string;
  /** Postgres's own text of the instant: names this claim. */
  claimed_at: string;
  body: string;
  to: string;
  from: string;
  account_id: string;
  service_id: string | null;
  created_at: string;
  conversation_id: string;
  known_ids: string[] | null;
}

type Claim =
  | { outcome: 'claimed' | 'in-doubt'; message: ClaimedText }
  | { outcome: 'suppressed'; reason: string }
  | { outcome: 'busy' }
  | { outcome: 'settled' };

/** A claim lasts for the carrier's timeout and this: who does not call by then calls no more. */
const mostBeforeSendMs = 1_000;

/** The carrier takes nothing now, or its answer was lost: a failure that is tried again. */
export class CarrierAway extends Error {
  constructor(cause: SmsError) {
    super('the carrier takes no messages now, or its answer was lost', { cause });
    this.name = 'CarrierAway';
  }
}

/**
 * Hands one queued message to its carrier. The row says `sending` before the carrier is called; where an earlier call's
 * outcome is unknown, the carrier is asked and its message adopted, and only where it has none is the text sent again.
 * Safe to run twice. Throws
 * RunAgain while another worker has the claim, CarrierAway to be tried again.
 */
export async function sendMessage(
  deps: SendMessageDeps,
  context: TenantContext,
  input: SendMessageInput,
): Promise<{ conversationId: string | null }> {
  const claimed = await claim(deps, context, input);
  if (!claimed) return { conversationId: null };
  deps.killPoint('K11');
  if (claimed.outcome === 'in-doubt') await sendInDoubt(deps, context, input, claimed.message);
  else await send(deps, context, input, claimed.message);
  deps.killPoint('K13');
  return { conversationId: claimed.message.conversation_id };
}

/** Null: the message has ended, and the handler is done with it. Throws RunAgain while another worker has it. */
async function claim(
  deps: SendMessageDeps,
  context: TenantContext,
  input: SendMessageInput,
  renewed?: ClaimedText,
): Promise<Extract<Claim, { message: ClaimedText }> | null> {
  const answer = await callAsTenant<Claim>(deps.database, context, 'tenant_claim_text', {
    message_id: input.messageId,
    claim_ms: deps.claimMs ?? claimMs,
    ...(renewed ? { claimed_at: renewed.claimed_at } : {}),
  });
  if (answer.outcome === 'busy') throw new RunAgain(1);
  if (answer.outcome === 'claimed' || answer.outcome === 'in-doubt') return answer;
  await withTenant(deps.database, context, input.settle);
  return null;
}

async function sendInDoubt(
  deps: SendMessageDeps,
  context: TenantContext,
  input: SendMessageInput,
  text: ClaimedText,
): Promise<void> {
  const found = await find(deps, context, text);
  if (found) return settleSent(deps, context, input, found);
  // Asking took its time: another worker may have the text by now, and the customer may have said STOP.
  const renewed = await claim(deps, context, input, text);
  if (renewed) await send(deps, context, input, renewed.message);
}

async function send(
  deps: SendMessageDeps,
  context: TenantContext,
  input: SendMessageInput,
  text: ClaimedText,
): Promise<void> {
  const claimedAtMs = performance.now();
  const account = await deps.accountOf(context, text.account_id);
  // A worker that stood still may have lost its claim: it asks before it sends.
  if (performance.now() - claimedAtMs > mostBeforeSendMs) throw new RunAgain(1);
  try {
    const sent = await deps.sms.sendText({
      account,
      from: text.from,
      messagingServiceSid: text.service_id,
      to: text.to,
      body: text.body,
      statusCallbackUrl: deps.statusCallbackUrl(context, text.id),
    });
    deps.killPoint('K12');
    await settleSent(deps, context, input, sent);
  } catch (cause) {
    if (!(cause instanceof SmsError)) throw cause;
    await settleError(deps, context, input, text, cause);
  }
}

async function settleError(
  deps: SendMessageDeps,
  context: TenantContext,
  input: SendMessageInput,
  text: ClaimedText,
  error: SmsError,
): Promise<void> {
  if (error.kind === 'unknown-outcome') {
    // The carrier may need a moment to show what it took; a lookup that finds it ends the doubt at once.
    await deps.pause(1_000);
    const found = await find(deps, context, text);
    if (found) return settleSent(deps, context, input, found);
    throw new CarrierAway(error);
  }
  if (error.kind === 'rejected') {
    await withTenant(deps.database, context, async (db) => {
      await recordRefused(db, input.messageId, {
        reason: error.reason ?? 'other',
        errorCode: error.vendorCode,
      });
      await input.settle(db);
    });
    return;
  }
  await withTenant(deps.database, context, (db) => releaseClaim(db, input.messageId));
  throw new CarrierAway(error);
}

async function settleSent(
  deps: SendMessageDeps,
  context: TenantContext,
  input: SendMessageInput,
  sent: SentText,
): Promise<void> {
  await withTenant(deps.database, context, async (db) => {
    await recordSent(db, input.messageId, sent);
    await input.settle(db);
  });
}

async function find(
  deps: SendMessageDeps,
  context: TenantContext,
  text: ClaimedText,
): Promise<SentText | null> {
  return deps.sms.findText({
    account: await deps.accountOf(context, text.account_id),
    from: text.from,
    to: text.to,
    body: text.body,
    sentAfter: Temporal.Instant.from(text.created_at),
    exceptIds:
      text.known_ids ??
      (await withTenant(deps.database, context, (db) => listKnownIds(db, text.conversation_id))),
  });
}
