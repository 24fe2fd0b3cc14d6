import { randomUUID } from 'node:crypto';
import type { Carrier } from './carrier.ts';
import { addWebhook } from './carrier-state.ts';
import { type ConnectionRules, connectionRules, type WebhookFailure } from './connection-override.rules.ts';
import { type FormAnswer, NoAnswerError } from './post-form.ts';
import type { WebhookAttempt } from './records.ts';
import { signRequest } from './sign-request.ts';

export interface Webhook {
  kind: WebhookAttempt['kind'];
  /** The message or call it is about. */
  sid: string;
  accountSid: string;
  /** The carrier's number that takes part. */
  number: string;
  url: string;
  fallbackUrl: string;
  params: Record<string, string>;
  /** Reads a 2xx answer; throws where it is not a document the vendor takes. */
  read?: (answer: FormAnswer) => void;
}

type Outcome = { isDelivered: true } | { isDelivered: false; failure: WebhookFailure; errorCode: string };

/** Posts a webhook as the vendor does: signed, with tries by its connection rules, then once to its fallback. */
export async function sendWebhook(carrier: Carrier, webhook: Webhook): Promise<boolean> {
  const idempotencyToken = randomUUID();
  const primary = await tryUrl(carrier, webhook, webhook.url, webhook.params, idempotencyToken, false);
  if (primary.isDelivered) return true;
  if (webhook.fallbackUrl === '') return false;
  const params = {
    ...webhook.params,
    ErrorCode: primary.errorCode,
    ErrorUrl: connectionRules(webhook.url).url,
  };
  const fallback = await tryUrl(carrier, webhook, webhook.fallbackUrl, params, idempotencyToken, true);
  return fallback.isDelivered;
}

async function tryUrl(
  carrier: Carrier,
  webhook: Webhook,
  configuredUrl: string,
  params: Record<string, string>,
  idempotencyToken: string,
  isFallback: boolean,
): Promise<Outcome> {
  const rules = connectionRules(configuredUrl);
  for (let retriesLeft = rules.retries; ; retriesLeft -= 1) {
    const outcome = await attempt(carrier, webhook, rules, params, idempotencyToken, isFallback);
    if (outcome.isDelivered || retriesLeft <= 0 || !rules.retriedFailures.has(outcome.failure))
      return outcome;
  }
}

async function attempt(
  carrier: Carrier,
  webhook: Webhook,
  rules: ConnectionRules,
  params: Record<string, string>,
  idempotencyToken: string,
  isFallback: boolean,
): Promise<Outcome> {
  const account = carrier.state.accounts.get(webhook.accountSid);
  const started = performance.now();
  const note = (httpStatus: number | null, failure: string | null) =>
    addWebhook(carrier.state, {
      ...{ at: carrier.now(), kind: webhook.kind, sid: webhook.sid, accountSid: webhook.accountSid },
      ...{ url: rules.url, isFallback, idempotencyToken, params, httpStatus, failure },
      durationMs: Math.round(performance.now() - started),
    });
  try {
    const headers = {
      'x-twilio-signature': signRequest(account?.authToken ?? '', rules.url, params),
      'i-twilio-idempotency-token': idempotencyToken,
    };
    const answer = await carrier.poster.post(rules.url, params, headers, rules.readTimeoutMs);
    const failure = failureOf(answer, webhook);
    note(answer.httpStatus, failure);
    if (failure === null) return { isDelivered: true };
    return { isDelivered: false, failure, errorCode: failure === 'bad-twiml' ? '12100' : '11200' };
  } catch (error) {
    const code = error instanceof NoAnswerError ? error.code : 'ERROR';
    note(null, code);
    return {
      isDelivered: false,
      failure: code === 'timeout' ? 'timeout' : 'connect',
      errorCode: code === 'timeout' ? '11205' : '11200',
    };
  }
}

function failureOf(answer: FormAnswer, webhook: Webhook): WebhookFailure | null {
  if (answer.httpStatus >= 500) return '5xx';
  if (answer.httpStatus >= 300) return '4xx';
  try {
    webhook.read?.(answer);
    return null;
  } catch {
    return 'bad-twiml';
  }
}
