export { createLive, type Live, type LiveOptions } from './live.ts';
export { type LiveRoutesOptions, liveRoutes } from './live-routes.ts';
