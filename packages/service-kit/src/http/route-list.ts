import type { FastifyInstance } from 'fastify';

/** One route of an app, as tests see it: the cross-tenant matrix is generated over these. */
export interface RouteEntry {
  readonly method: string;
  readonly url: string;
  readonly schema: unknown;
  readonly config: Readonly<Record<string, unknown>>;
}

/** Collects every route that is registered from now on. HEAD routes that Fastify adds by itself are left out. */
export function collectRoutes(app: FastifyInstance): readonly RouteEntry[] {
  const routes: RouteEntry[] = [];
  app.addHook('onRoute', (route) => {
    const methods = Array.isArray(route.method) ? route.method : [route.method];
    for (const method of methods) {
      if (method === 'HEAD' || method === 'OPTIONS') continue;
      routes.push({ method, url: route.url, schema: route.schema, config: { ...route.config } });
    }
  });
  return routes;
}
