export { readPublicSite } from './read-public-site.ts';
export { enterOpenSite, resolveSite } from './resolve-site.ts';
export { siteErrors } from './sites.errors.ts';
