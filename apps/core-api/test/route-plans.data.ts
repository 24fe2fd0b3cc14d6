import { testNow } from './core-api.fixture.ts';
import type { TenantEntities } from './tenant-entities.fixture.ts';

export interface RoutePlan {
  /** A request that is right with one tenant's ids: path parameters, query and body. */
  request: (ids: TenantEntities) => {
    path?: Record<string, string>;
    query?: Record<string, string>;
    body?: unknown;
  };
  /** What a visitor's request is answered by its host, not by an id in the path. */
  isPublic?: boolean;
  /** Releasing what is not there is done already: 204, for another tenant's id as for nobody's. */
  isReleaseOfNothing?: boolean;
  /** The answer is a stream that does not end. */
  isStream?: boolean;
}

const key = 'idempotency-key-1';
const startsAt = testNow.add({ hours: 26 }).toString();
const chosen = (ids: TenantEntities) => ({
  serviceId: ids.serviceId,
  assetClassId: ids.assetClassId,
  addOnIds: [ids.addOnId],
  startsAt,
});
const tenant = ({ tenantId }: TenantEntities) => ({ path: { tenantId } });
const thread = ({ tenantId, conversationId }: TenantEntities) => ({ path: { tenantId, conversationId } });
const booking = ({ tenantId, bookingId }: TenantEntities) => ({ tenantId, bookingId });
const base = '/api/v1/tenants/:tenantId';

/** How each route is called rightly. The matrix fails for a route that is not here. */
export const routePlans: Readonly<Record<string, RoutePlan>> = {
  [`GET ${base}/conversations`]: { request: tenant },
  [`GET ${base}/conversations/:conversationId`]: { request: thread },
  [`POST ${base}/conversations/:conversationId/takeover`]: { request: thread },
  [`POST ${base}/conversations/:conversationId/hand-back`]: { request: thread },
  [`POST ${base}/conversations/:conversationId/read`]: { request: thread },
  [`POST ${base}/conversations/:conversationId/messages`]: {
    request: (ids) => ({ ...thread(ids), body: { body: 'Hello' } }),
  },
  [`GET ${base}/trail`]: { request: (ids) => ({ ...tenant(ids), query: { phone: ids.phone } }) },
  [`POST ${base}/actions/:actionId/undo`]: {
    request: ({ tenantId, actionId }) => ({ path: { tenantId, actionId } }),
  },
  [`GET ${base}/slots`]: {
    request: (ids) => ({
      ...tenant(ids),
      query: { serviceId: ids.serviceId, assetClassId: ids.assetClassId, addOnIds: ids.addOnId, days: '3' },
    }),
  },
  [`GET ${base}/calendar`]: { request: tenant },
  [`GET ${base}/bookings/:bookingId`]: { request: (ids) => ({ path: booking(ids) }) },
  [`POST ${base}/bookings`]: {
    request: (ids) => ({
      ...tenant(ids),
      body: {
        ...chosen(ids),
        resourceId: ids.resourceId,
        customerName: 'Luis Ferrer',
        customerPhone: '+15125550190',
        idempotencyKey: key,
      },
    }),
  },
  [`POST ${base}/bookings/:bookingId/move`]: {
    request: (ids) => ({ path: booking(ids), body: { startsAt, resourceId: ids.resourceId, version: 1 } }),
  },
  [`POST ${base}/bookings/:bookingId/undo-move`]: {
    request: (ids) => ({ path: booking(ids), body: { version: 1 } }),
  },
  [`POST ${base}/bookings/:bookingId/cancel`]: {
    request: (ids) => ({ path: booking(ids), body: { version: 1 } }),
  },
  [`POST ${base}/bookings/:bookingId/status`]: {
    request: (ids) => ({ path: booking(ids), body: { status: 'confirmed', version: 1 } }),
  },
  [`GET ${base}/catalog`]: { request: tenant },
  [`POST ${base}/prices/:priceId/confirm`]: {
    request: ({ tenantId, priceId }) => ({ path: { tenantId, priceId }, body: { priceCents: 9_000 } }),
  },
  [`GET ${base}/home`]: { request: tenant },
  [`GET ${base}/live`]: { request: tenant, isStream: true },
  'GET /api/v1/public/site': { request: () => ({}), isPublic: true },
  'GET /api/v1/public/slots': {
    request: (ids) => ({
      query: { serviceId: ids.serviceId, assetClassId: ids.assetClassId, addOnIds: ids.addOnId, days: '3' },
    }),
    isPublic: true,
  },
  'POST /api/v1/public/holds': {
    request: (ids) => ({ body: { ...chosen(ids), resourceId: ids.resourceId, idempotencyKey: key } }),
    isPublic: true,
  },
  'POST /api/v1/public/holds/:holdId/extend': {
    request: ({ holdId }) => ({ path: { holdId } }),
    isPublic: true,
  },
  'DELETE /api/v1/public/holds/:holdId': {
    request: ({ holdId }) => ({ path: { holdId } }),
    isPublic: true,
    isReleaseOfNothing: true,
  },
  'POST /api/v1/public/bookings': {
    request: ({ holdId }) => ({
      body: { holdId, customerName: 'Luis Ferrer', customerPhone: '+15125550191', idempotencyKey: key },
    }),
    isPublic: true,
  },
};

/** Routes that no tenant's id can reach: probes, the document, sign-in, and who is signed in. */
export const outsideTenants: ReadonlySet<string> = new Set([
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /api/openapi.json',
  'GET /api/v1/me',
  'GET /api/auth/*',
  'POST /api/auth/*',
]);
