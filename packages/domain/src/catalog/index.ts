export { catalogErrors } from './catalog.errors.ts';
export { confirmPrice } from './confirm-price.ts';
export { listServices } from './list-services.ts';
export { type QuotedWork, quoteWork, type WorkChoice, type WorkLine } from './quote-work.ts';
export { type CatalogResource, findResources } from './resources.repository.ts';
