import { type Form, field } from './wire-format.ts';

const defaultSize = 50;
const largestSize = 1_000;

export interface PageOf<Item> {
  items: Item[];
  page: number;
  pageSize: number;
  start: number;
  hasNext: boolean;
  lastSid: string;
}

/** One page of a list, by Page and PageSize. */
export function pageOf<Item extends { sid: string }>(all: readonly Item[], query: Form): PageOf<Item> {
  const pageSize = Math.min(
    largestSize,
    Math.max(1, Number.parseInt(field(query, 'PageSize'), 10) || defaultSize),
  );
  const page = Math.max(0, Number.parseInt(field(query, 'Page'), 10) || 0);
  const start = page * pageSize;
  const items = all.slice(start, start + pageSize);
  return {
    items,
    page,
    pageSize,
    start,
    hasNext: start + pageSize < all.length,
    lastSid: items.at(-1)?.sid ?? '',
  };
}

/** The 2010 API's envelope: links are paths. */
export function legacyPage<Item extends { sid: string }>(
  path: string,
  query: Form,
  page: PageOf<Item>,
  name: string,
  write: (item: Item) => unknown,
) {
  const link = (number: number, token: string | null) =>
    `${path}?${pageQuery(query, page.pageSize, number, token)}`;
  return {
    end: page.start + Math.max(0, page.items.length - 1),
    first_page_uri: link(0, null),
    next_page_uri: page.hasNext ? link(page.page + 1, `PA${page.lastSid}`) : null,
    page: page.page,
    page_size: page.pageSize,
    previous_page_uri: page.page > 0 ? link(page.page - 1, `PB${page.lastSid}`) : null,
    [name]: page.items.map(write),
    start: page.start,
    uri: link(page.page, null),
  };
}

/** The v1 APIs' envelope: links are whole URLs. */
export function metaPage<Item extends { sid: string }>(
  url: string,
  query: Form,
  page: PageOf<Item>,
  name: string,
  write: (item: Item) => unknown,
) {
  const link = (number: number, token: string | null) =>
    `${url}?${pageQuery(query, page.pageSize, number, token)}`;
  return {
    [name]: page.items.map(write),
    meta: {
      first_page_url: link(0, null),
      key: name,
      next_page_url: page.hasNext ? link(page.page + 1, `PA${page.lastSid}`) : null,
      page: page.page,
      page_size: page.pageSize,
      previous_page_url: page.page > 0 ? link(page.page - 1, `PB${page.lastSid}`) : null,
      url: link(page.page, null),
    },
  };
}

function pageQuery(query: Form, pageSize: number, page: number, token: string | null): string {
  const filters = Object.keys(query).filter((name) => !['Page', 'PageSize', 'PageToken'].includes(name));
  const parameters = new URLSearchParams(filters.map((name) => [name, field(query, name)]));
  parameters.set('PageSize', String(pageSize));
  parameters.set('Page', String(page));
  if (token !== null) parameters.set('PageToken', token);
  return parameters.toString();
}
