import { describe, expect, test } from 'vitest';
import PageCache from './page-cache.ts';

type Value = Parameters<PageCache['set']>[1];
const context = { cacheControl: { revalidate: 60, expire: undefined } } as Parameters<PageCache['set']>[2];

/** Guarantee: the shape that Next hands to a cache handler for a finished page. */
function page(html: string, tag: string, status?: number): Value {
  return {
    kind: 'APP_PAGE',
    html,
    status,
    headers: { 'x-next-cache-tags': `_N_T_/x,${tag}` },
  } as unknown as Value;
}

describe('the page cache', () => {
  test('drops the pages of the revalidated tenant and no other', async () => {
    const cache = new PageCache();
    await cache.set('/s/a.example', page('<p>A</p>', 'site:a'), context);
    await cache.set('/s/a.example/book', page('<p>A book</p>', 'site:a'), context);
    await cache.set('/s/b.example', page('<p>B</p>', 'site:b'), context);
    const before = await cache.get('/s/b.example');
    await cache.revalidateTag('site:a');
    expect(await cache.get('/s/a.example')).toBeNull();
    expect(await cache.get('/s/a.example/book')).toBeNull();
    expect(await cache.get('/s/b.example')).toEqual(before);
  });

  test('gives the page its policy before anyone is sent it', async () => {
    const value = page('<script>x()</script>', 'site:p');
    await new PageCache().set('/s/p.example', value, context);
    expect(value).toMatchObject({
      headers: { 'content-security-policy': expect.stringContaining('sha256-') },
    });
  });

  test('keeps neither facts nor pages that are not there', async () => {
    const cache = new PageCache();
    await cache.set('/s/none.example', page('<p>none</p>', '', 404), context);
    await cache.set('fact', { kind: 'FETCH', data: {}, revalidate: 60 } as unknown as Value, context);
    expect(await cache.get('/s/none.example')).toBeNull();
    expect(await cache.get('fact')).toBeNull();
  });

  test('remembers how long a page counts', async () => {
    const cache = new PageCache();
    await cache.set('/s/c.example', page('<p>C</p>', 'site:c'), context);
    expect(await cache.get('/s/c.example')).toMatchObject({ cacheControl: { revalidate: 60 } });
  });
});
