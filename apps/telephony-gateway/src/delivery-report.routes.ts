import type { AppDatabase } from '@servicepro/db';
import { applyDeliveryReport } from '@servicepro/domain/conversations';
import type { HttpApp } from '@servicepro/service-kit/http';
import type { TenantId } from '@servicepro/tenant-context';
import { z } from 'zod';
import type { InboundRouter } from './route-inbound.ts';
import { webhookErrors } from './webhook.errors.ts';
import { checkSignature, type WebhookSigner } from './webhook-signature.ts';

export interface DeliveryReportDeps extends WebhookSigner {
  database: AppDatabase;
  router: InboundRouter;
  changed(tenantId: TenantId, conversationId: string): void;
}

/** https://www.twilio.com/docs/messaging/guides/track-outbound-message-status */
const Report = z.object({
  MessageSid: z.string().min(2).max(64),
  MessageStatus: z.string().min(2).max(32),
  AccountSid: z.string().min(2).max(64),
  From: z.string().min(3).max(64),
  ErrorCode: z.string().max(16).optional(),
});
/** Ours, in the URL that we gave and the carrier signs. */
const ReportQuery = z.object({ message: z.uuid().optional() });

/** What became of a text we sent. Any order, any number of times: the state ends the same. */
export function deliveryReportRoutes(app: HttpApp, deps: DeliveryReportDeps): void {
  app.post(
    '/twilio/status',
    { schema: { hide: true }, config: { rateLimit: false, traffic: 'critical' } },
    async (request, reply) => {
      const fields = Report.safeParse(request.body);
      const query = ReportQuery.safeParse(request.query);
      if (!fields.success || !query.success) throw webhookErrors.malformed();
      const report = fields.data;
      const route = await deps.router.find({
        to: report.From,
        serviceId: null,
        accountId: report.AccountSid,
      });
      checkSignature(deps, request, { accountId: report.AccountSid, route });
      if (route.resolution.kind === 'tenant') {
        const applied = await applyDeliveryReport(deps.database, route.resolution.tenantId, {
          messageId: query.data.message ?? null,
          providerMessageId: report.MessageSid,
          vendorStatus: report.MessageStatus,
          errorCode: report.ErrorCode ?? null,
        });
        if (applied.conversation_id) deps.changed(route.resolution.tenantId, applied.conversation_id);
      }
      return reply.status(204).send();
    },
  );
}
