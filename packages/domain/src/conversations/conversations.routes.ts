import {
  ConversationDetail,
  ConversationDetailQuery,
  ConversationList,
  ConversationListQuery,
  ReplyBody,
} from '@servicepro/contracts/rest/conversations';
import { Trail, TrailQuery } from '@servicepro/contracts/rest/trail';
import { Problem } from '@servicepro/contracts/values';
import { type AppDatabase, readAsTenant, withTenant } from '@servicepro/db';
import type { Clock } from '@servicepro/service-kit/clock';
import type { HttpApp } from '@servicepro/service-kit/http';
import type { TenantContext } from '@servicepro/tenant-context';
import { z } from 'zod';
import { listConversations } from './list-conversations.ts';
import { markRead, readConversation } from './read-conversation.ts';
import { readTrail } from './read-trail.ts';
import { replyAsPerson } from './reply-as-person.ts';
import { handBack, takeOver } from './take-over.ts';

export interface ConversationRoutesDeps {
  database: AppDatabase;
  clock: Clock;
  wakeRelay(): void;
  /** Tells the tenant's open screens which threads changed. */
  changed(context: TenantContext, conversationIds: string[]): void;
}

const Tenant = z.strictObject({ tenantId: z.string() });
const Thread = z.strictObject({ tenantId: z.string(), conversationId: z.uuid() });
const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem };
const Done = z.strictObject({ ok: z.literal(true) });

/** The inbox: threads, one thread, who owns it, a person's reply; and the trail that the phone simulator shows. */
export function conversationRoutes(app: HttpApp, deps: ConversationRoutesDeps): void {
  const base = '/api/v1/tenants/:tenantId';

  app.get(
    `${base}/conversations`,
    {
      schema: {
        params: Tenant,
        querystring: ConversationListQuery,
        response: { 200: ConversationList, ...problems },
      },
    },
    async ({ tenantContext, query }) =>
      readAsTenant(deps.database, tenantContext, (db) =>
        listConversations(db, { ...query, userId: userIdOf(tenantContext), now: deps.clock.now() }),
      ),
  );

  app.get(
    `${base}/conversations/:conversationId`,
    {
      schema: {
        params: Thread,
        querystring: ConversationDetailQuery,
        response: { 200: ConversationDetail, ...problems },
      },
    },
    async ({ tenantContext, params, query }) =>
      readAsTenant(deps.database, tenantContext, (db) =>
        readConversation(db, {
          conversationId: params.conversationId,
          ...query,
          userId: userIdOf(tenantContext),
          now: deps.clock.now(),
        }),
      ),
  );

  const change = (path: string, work: (input: ChangeInput) => Promise<void>) =>
    app.post(
      `${base}/conversations/:conversationId/${path}`,
      { schema: { params: Thread, response: { 200: Done, ...problems } } },
      async ({ tenantContext: context, params: { conversationId } }) => {
        await work({ context, conversationId });
        deps.changed(context, [conversationId]);
        return { ok: true as const };
      },
    );

  change('takeover', ({ context, conversationId }) =>
    withTenant(deps.database, context, (db) =>
      takeOver(db, { conversationId, userId: userIdOf(context), now: deps.clock.now() }),
    ),
  );
  change('hand-back', ({ context, conversationId }) =>
    withTenant(deps.database, context, (db) => handBack(db, conversationId)),
  );
  change('read', ({ context, conversationId }) =>
    withTenant(deps.database, context, (db) => markRead(db, conversationId)),
  );

  app.post(
    `${base}/conversations/:conversationId/messages`,
    {
      schema: {
        params: Thread,
        body: ReplyBody,
        response: { 201: z.strictObject({ messageId: z.uuid() }), ...problems },
      },
    },
    async ({ tenantContext, params, body }, reply) => {
      const sent = await withTenant(deps.database, tenantContext, (db) =>
        replyAsPerson(db, {
          conversationId: params.conversationId,
          userId: userIdOf(tenantContext),
          ...body,
          now: deps.clock.now(),
        }),
      );
      deps.wakeRelay();
      deps.changed(tenantContext, [params.conversationId]);
      return reply.status(201).send(sent);
    },
  );

  app.get(
    `${base}/trail`,
    { schema: { params: Tenant, querystring: TrailQuery, response: { 200: Trail, ...problems } } },
    async ({ tenantContext, query }) =>
      readAsTenant(deps.database, tenantContext, (db) => readTrail(db, query.phone)),
  );
}

interface ChangeInput {
  context: TenantContext;
  conversationId: string;
}

function userIdOf(context: TenantContext): string {
  return context.actor.kind === 'user' ? context.actor.id : '';
}
