import { Me } from '@servicepro/contracts/rest/identity';
import type { AddressDb, AppDatabase } from '@servicepro/db';
import type { HttpApp } from '@servicepro/service-kit/http';
import { type TenantContext, tenantContext } from '@servicepro/tenant-context';
import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Auth } from './create-auth.ts';
import { findMembership, listMemberships } from './find-membership.ts';
import { identityErrors } from './identity.errors.ts';
import { mayUseMethod } from './permissions.rules.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route under /api/v1/tenants/:tenantId, before its handler runs. */
    tenantContext: TenantContext;
    /** The signed-in person's name in this tenant. */
    memberName: string;
  }
}

export interface IdentityDeps {
  database: AppDatabase;
  addresses: AddressDb;
  auth: Auth;
  /** The only origin whose pages may change things with this person's cookie. */
  appOrigin: string;
}

const tenantPrefix = '/api/v1/tenants/:tenantId';

/** Mounts sign-in under /api/auth, `GET /api/v1/me`, and the guard of every staff route. */
export function identityRoutes(app: HttpApp, deps: IdentityDeps): void {
  app.decorateRequest('tenantContext');
  app.decorateRequest('memberName', '');
  // Before the body is read: a stranger learns nothing from what a route says of it.
  app.addHook('onRequest', async (request) => {
    if (!request.routeOptions.url?.startsWith(tenantPrefix)) return;
    await enterTenant(request, deps);
  });
  app.addHook('onRequest', async (request) => {
    // The route's own path: a URL may be written in other ways ("/api/%761/…") and reach the same route.
    const path = request.routeOptions.url ?? '';
    if (path.startsWith('/api/v1/') && !path.startsWith('/api/v1/public/'))
      refuseForeignOrigin(request, deps.appOrigin);
  });

  app.get('/api/v1/me', { schema: { response: { 200: Me } } }, async (request) => {
    const user = await signedIn(request, deps.auth);
    return {
      user: { id: user.id, name: user.name, email: user.email },
      tenants: await listMemberships(deps.database, deps.addresses, user.id),
    };
  });

  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true },
    handler: (request, reply) => passToAuth(request, reply, deps),
  });
}

/** Whether who made this request is still signed in and a member. Does not renew the session: an open tab is no use of it. */
export async function isStillMember(
  request: FastifyRequest,
  deps: Pick<IdentityDeps, 'auth' | 'database'>,
): Promise<boolean> {
  const session = await deps.auth.api.getSession({
    headers: fromNodeHeaders(request.headers),
    query: { disableRefresh: true },
  });
  if (!session) return false;
  const membership = await findMembership(deps.database, tenantIdOf(request), session.user.id);
  return membership !== null && membership.tenant.status !== 'cancelled';
}

async function signedIn(request: FastifyRequest, auth: Auth) {
  const session = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) });
  if (!session) throw identityErrors.notSignedIn();
  return session.user;
}

async function enterTenant(request: FastifyRequest, deps: IdentityDeps): Promise<void> {
  const user = await signedIn(request, deps.auth);
  const membership = await findMembership(deps.database, tenantIdOf(request), user.id);
  if (!membership || membership.tenant.status === 'cancelled') throw identityErrors.tenantNotFound();
  const { role, status } = membership.tenant;
  if (!mayUseMethod(role, request.method)) throw identityErrors.notAllowed();
  if (status === 'suspended' && request.method !== 'GET') throw identityErrors.tenantReadOnly();
  request.tenantContext = tenantContext(
    membership.tenant.id,
    { kind: 'user', id: user.id, role },
    request.id,
  );
  request.memberName = membership.displayName;
}

function tenantIdOf(request: FastifyRequest): string {
  const { params } = request;
  return typeof params === 'object' && params && 'tenantId' in params ? String(params.tenantId) : '';
}

/** A cookie travels with any page's request; a change is taken only from the dashboard's own pages. */
function refuseForeignOrigin(request: FastifyRequest, appOrigin: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isForeign =
    origin !== undefined
      ? origin !== appOrigin
      : site !== undefined && site !== 'same-origin' && site !== 'none';
  if (isForeign) throw identityErrors.notAllowed({ detail: 'This request came from another site.' });
}

async function passToAuth(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: IdentityDeps,
): Promise<FastifyReply> {
  const headers = fromNodeHeaders(request.headers);
  // Tries are counted by address: the one that listed proxies saw, not the one that the client names.
  headers.set('x-forwarded-for', request.ip);
  const answer = await deps.auth.handler(
    new Request(new URL(request.url, deps.appOrigin), {
      method: request.method,
      headers,
      ...(request.body ? { body: JSON.stringify(request.body) } : {}),
    }),
  );
  reply.status(answer.status);
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return reply.send(Buffer.from(await answer.arrayBuffer()));
}
