import { alternate, type BenchRow, rateRow } from './bench-row.ts';
import { note } from './env.ts';
import type { Where } from './product.ts';
import { requestRate } from './request-rate.ts';

const rounds = 21;
const requestsPerRound = 500;
/** site-renderer's place behind the edge's port; the edge itself would only be added to both sides. */
const siteRendererOffset = 5;

/** A tenant's front page out of the page cache against a page of no tenant that passes proxy.ts too, at ten connections. */
export async function sitePageRow(where: Where): Promise<BenchRow> {
  const [site] = where.sites;
  if (!site) throw new Error('the demo has no site');
  const rateOf = (path: string) =>
    requestRate({
      url: `http://localhost:${where.port + siteRendererOffset}${path}`,
      connections: 10,
      amount: requestsPerRound,
      headers: { host: new URL(site.url).host },
    });
  const pairs = await alternate(
    rounds,
    () => rateOf('/'),
    () => rateOf('/static-floor'),
    2,
  );
  note(`cached page: ${rounds} rounds of ${requestsPerRound} requests each, ${site.slug}`);
  return rateRow('cached tenant page, 10 connections', 'requests/s', pairs, 0.75);
}
