import { type FormParams, verifySignature } from '@servicepro/providers/sms';
import type { FastifyRequest } from 'fastify';
import type { InboundRoute } from './route-inbound.ts';
import { webhookErrors } from './webhook.errors.ts';

export interface WebhookSigner {
  /** Configured public base of the webhooks; never taken from Host or x-forwarded-host. */
  webhookOrigin: string;
}

/** Throws 403 unless the account that owns the number signed this request, and says that it is that account. */
export function checkSignature(
  signer: WebhookSigner,
  request: FastifyRequest,
  expected: { accountId: string; route: InboundRoute },
): void {
  const signature = request.headers['x-twilio-signature'];
  const isRight =
    expected.accountId === expected.route.accountId &&
    verifySignature({
      authTokens: expected.route.signingTokens,
      url: signer.webhookOrigin + request.url,
      signature: typeof signature === 'string' ? signature : undefined,
      body: { kind: 'form', params: asForm(request.body) },
    });
  if (!isRight) throw webhookErrors.badSignature();
}

/** Guarantee: only form bodies are parsed on these routes, and the parser makes text or arrays of text. */
function asForm(body: unknown): FormParams {
  return (typeof body === 'object' && body !== null ? body : {}) as FormParams;
}
