export { readPublicSite } from './read-public-site.ts';
export { resolveSite } from './resolve-site.ts';
export { siteErrors } from './sites.errors.ts';
