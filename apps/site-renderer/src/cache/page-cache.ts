import { LRUCache } from 'lru-cache';
import type { CacheHandler, CacheHandlerValue } from 'next/dist/server/lib/incremental-cache';
import { pagePolicy } from './page-policy.ts';

/** The part of Next's cached values that is looked at here. */
type StoredValue = NonNullable<CacheHandlerValue['value']>;
type Entry = {
  value: StoredValue;
  storedAt: number;
  tags: readonly string[];
  cacheControl: CacheHandlerValue['cacheControl'];
};
type SetContext = Parameters<CacheHandler['set']>[2];

const mostBytes = 128 * 1_024 * 1_024;
/** Next's own header for the tags of a page; never sent to a client. */
const tagsHeader = 'x-next-cache-tags';

const entries = new LRUCache<string, Entry>({
  maxSize: mostBytes,
  sizeCalculation: ({ value }) => sizeOf(value),
});

/**
 * Next's cache handler: keeps finished pages, by a key that holds the host, until their tag is revalidated. Facts are
 * not kept at all: a page that is made anew is made of fresh ones. Pages that are not there are not kept either, so
 * that made-up names cannot push real ones out.
 */
export default class PageCache implements CacheHandler {
  async get(key: string): Promise<CacheHandlerValue | null> {
    const entry = entries.get(key);
    if (!entry) return null;
    return { value: entry.value, lastModified: entry.storedAt, cacheControl: entry.cacheControl };
  }

  async set(key: string, value: StoredValue | null, context: SetContext): Promise<void> {
    if (value === null) {
      entries.delete(key);
      return;
    }
    if (value.kind !== 'APP_PAGE' && value.kind !== 'APP_ROUTE') return;
    if (value.kind === 'APP_PAGE') {
      // The same object is what the first visitor is sent, so the policy is on that answer too.
      value.headers = { ...value.headers, 'content-security-policy': pagePolicy(htmlOf(value.html)) };
    }
    if (value.status !== undefined && value.status >= 400) return;
    const cacheControl = 'cacheControl' in context ? context.cacheControl : undefined;
    entries.set(key, { value, storedAt: Date.now(), tags: tagsOf(value.headers), cacheControl });
  }

  async revalidateTag(tags: string | string[]): Promise<void> {
    const revalidated = new Set([tags].flat());
    for (const [key, entry] of entries.entries()) {
      if (entry.tags.some((tag) => revalidated.has(tag))) entries.delete(key);
    }
  }

  resetRequestCache(): void {}
}

function tagsOf(headers: Record<string, unknown> | undefined): string[] {
  const value = headers?.[tagsHeader];
  return typeof value === 'string' ? value.split(',') : [];
}

/** Next hands over HTML as text or, while rendering, as a static result that can be read as text. */
function htmlOf(html: unknown): string {
  if (typeof html === 'string') return html;
  if (typeof html === 'object' && html !== null && 'toUnchunkedString' in html) {
    return typeof html.toUnchunkedString === 'function' ? String(html.toUnchunkedString()) : '';
  }
  return '';
}

function sizeOf(value: StoredValue): number {
  if (value.kind === 'APP_ROUTE') return value.body.length + 1;
  if (value.kind !== 'APP_PAGE') return 1;
  return htmlOf(value.html).length + (value.rscData?.length ?? 0) + 1_024;
}
