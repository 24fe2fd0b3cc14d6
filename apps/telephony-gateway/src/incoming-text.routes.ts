import { classifyControlWord } from '@servicepro/contracts/control-words';
import type { AppDatabase } from '@servicepro/db';
import { type InboundText, storeUnroutedText, type TextStore } from '@servicepro/domain/conversations';
import type { HttpApp } from '@servicepro/service-kit/http';
import type { KillPoint } from '@servicepro/service-kit/jobs';
import type { TenantId } from '@servicepro/tenant-context';
import { z } from 'zod';
import type { InboundRoute, InboundRouter } from './route-inbound.ts';
import { webhookErrors } from './webhook.errors.ts';
import { checkSignature, type WebhookSigner } from './webhook-signature.ts';

export interface IncomingTextDeps extends WebhookSigner {
  database: AppDatabase;
  router: InboundRouter;
  texts: TextStore;
  wakeRelay(): void;
  changed(tenantId: TenantId, conversationId: string): void;
  killPoint: KillPoint;
}

/** The fields of a text as the carrier posts it that we use: https://www.twilio.com/docs/messaging/guides/webhook-request */
const IncomingText = z.object({
  MessageSid: z.string().min(2).max(64),
  AccountSid: z.string().min(2).max(64),
  From: z.string().min(3).max(64),
  To: z.string().min(3).max(64),
  Body: z.string().max(10_000).default(''),
  MessagingServiceSid: z.string().max(64).optional(),
});

const empty = '<?xml version="1.0" encoding="UTF-8"?><Response/>';
/** No business is named: this number is nobody's, and whoever answers as one would be the wrong one. */
const neutral =
  '<?xml version="1.0" encoding="UTF-8"?><Response><Message>This number is not in use. Your message was kept and a person may look at it.</Message></Response>';

/**
 * The one entry for texts. Acknowledged only when the text is stored: any other outcome is an error, so that the carrier
 * goes to the fallback. The same message, however often and whenever, is stored once.
 */
export function incomingTextRoutes(app: HttpApp, deps: IncomingTextDeps): void {
  app.post(
    '/twilio/sms/incoming',
    { schema: { hide: true }, config: { rateLimit: false, traffic: 'critical' } },
    async (request, reply) => {
      deps.killPoint('K1');
      const fields = IncomingText.safeParse(request.body);
      if (!fields.success) throw webhookErrors.malformed();
      const text = toText(fields.data);
      const route = await deps.router.find({
        to: text.to,
        serviceId: text.serviceId,
        accountId: text.accountId,
      });
      checkSignature(deps, request, { accountId: text.accountId, route });
      deps.killPoint('K2');
      const answer = await store(deps, text, route, (owner) =>
        checkSignature(deps, request, { accountId: text.accountId, route: owner }),
      );
      deps.killPoint('K4');
      return reply.type('text/xml').send(answer);
    },
  );
}

/** Throws unless the request is signed by who owns the number on this route. */
type CheckSigner = (route: InboundRoute) => void;

async function store(
  deps: IncomingTextDeps,
  text: InboundText,
  route: InboundRoute,
  check: CheckSigner,
): Promise<string> {
  if (route.resolution.kind === 'unrouted') return storeUnrouted(deps, text, route, route.resolution.reason);
  const { tenantId } = route.resolution;
  const stored = await deps.texts.store(tenantId, text);
  if (stored.outcome === 'moved') return storeMoved(deps, text, tenantId, check);
  if (stored.outcome === 'stored') {
    deps.wakeRelay();
    deps.changed(tenantId, stored.conversation_id);
  }
  return empty;
}

/** The cached address is out of date: ask once more, and never answer as the business that had it. */
async function storeMoved(
  deps: IncomingTextDeps,
  text: InboundText,
  formerTenantId: TenantId,
  check: CheckSigner,
): Promise<string> {
  deps.router.forget(text);
  const route = await deps.router.find(text);
  // Until now only the former owner's signature was asked for.
  check(route);
  if (route.resolution.kind === 'tenant' && route.resolution.tenantId !== formerTenantId)
    return store(deps, text, route, check);
  return storeUnrouted(deps, text, route, 'unknown-address');
}

async function storeUnrouted(
  deps: IncomingTextDeps,
  text: InboundText,
  route: InboundRoute,
  reason: 'unknown-address' | 'service-and-number-disagree',
): Promise<string> {
  if (!route.rootTenantId) throw webhookErrors.noRootTenant();
  const stored = await storeUnroutedText(deps.database, route.rootTenantId, { ...text, reason });
  const mayAnswer =
    stored.outcome === 'stored' && stored.may_answer && classifyControlWord(text.body) !== 'stop';
  return mayAnswer ? neutral : empty;
}

function toText(fields: z.infer<typeof IncomingText>): InboundText {
  return {
    accountId: fields.AccountSid,
    providerMessageId: fields.MessageSid,
    from: fields.From,
    to: fields.To,
    serviceId: fields.MessagingServiceSid ?? null,
    body: fields.Body.replaceAll('\u0000', ''),
  };
}
