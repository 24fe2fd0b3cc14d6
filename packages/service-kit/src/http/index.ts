export { buildHttpApp, type HttpApp, type HttpAppOptions } from './build-http-app.ts';
export { httpErrors } from './http.errors.ts';
export { renderOpenApi } from './open-api.ts';
export type { RouteEntry } from './route-list.ts';
