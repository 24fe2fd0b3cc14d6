import { classifyControlWord } from '@servicepro/contracts/control-words';
import { type AppDatabase, callAsTenant } from '@servicepro/db';
import type { TenantId } from '@servicepro/tenant-context';

export interface InboundText {
  accountId: string;
  providerMessageId: string;
  from: string;
  to: string;
  serviceId: string | null;
  body: string;
}

export interface JoinPause {
  /** After the last text of a row of texts. */
  pauseMs: number;
  /** After the first of them, however many follow. */
  longestPauseMs: number;
}

export const joinPause: JoinPause = { pauseMs: 2_000, longestPauseMs: 6_000 };

export type StoredText =
  | { outcome: 'stored'; message_id: string; conversation_id: string }
  | { outcome: 'duplicate' }
  | { outcome: 'moved' };

/**
 * Stores a customer's text with its receipt and the message that makes the receptionist take a turn, in one statement:
 * when this returns, it is safe to acknowledge. Idempotent by account and provider id. 'moved': the address is no longer
 * this tenant's. STOP and START take effect here.
 */
export async function storeInboundText(
  database: AppDatabase,
  tenantId: TenantId,
  text: InboundText,
  pause: JoinPause = joinPause,
): Promise<StoredText> {
  return callAsTenant<StoredText>(database, { tenantId }, 'tenant_store_inbound_text', asInput(text, pause));
}

/** The same for several texts of one tenant, stored all or none; the answers are in the texts' order. */
export async function storeInboundTexts(
  database: AppDatabase,
  tenantId: TenantId,
  texts: readonly InboundText[],
  pause: JoinPause = joinPause,
): Promise<StoredText[]> {
  return callAsTenant<StoredText[]>(database, { tenantId }, 'tenant_store_inbound_texts', {
    texts: texts.map((text) => asInput(text, pause)),
  });
}

function asInput(text: InboundText, pause: JoinPause): Record<string, unknown> {
  return {
    account_id: text.accountId,
    provider_message_id: text.providerMessageId,
    from: text.from,
    to: text.to,
    service_id: text.serviceId,
    body: text.body,
    control: classifyControlWord(text.body),
    control_if_opted_out: classifyControlWord(text.body, true),
    pause_ms: pause.pauseMs,
    longest_pause_ms: pause.longestPauseMs,
  };
}

/**
 * Keeps a text that no tenant owns in the root tenant's unrouted inbox. Idempotent by account and provider id. `may_answer`:
 * this sender was not answered within a day.
 */
export async function storeUnroutedText(
  database: AppDatabase,
  rootTenantId: TenantId,
  text: InboundText & { reason: 'unknown-address' | 'service-and-number-disagree' },
): Promise<{ outcome: 'stored'; may_answer: boolean } | { outcome: 'duplicate' }> {
  return callAsTenant(database, { tenantId: rootTenantId }, 'tenant_store_unrouted_text', {
    account_id: text.accountId,
    provider_message_id: text.providerMessageId,
    from: text.from,
    to: text.to,
    service_id: text.serviceId,
    body: text.body,
    reason: text.reason,
  });
}
