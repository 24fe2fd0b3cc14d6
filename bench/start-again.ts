import { setTimeout as sleep } from 'node:timers/promises';
import { type BenchRow, boundRow, percentile } from './bench-row.ts';
import { note } from './env.ts';
import { startProduct } from './product.ts';
import { residentGigabytes } from './resident-memory.ts';
import { sitePageRow } from './site-page.ts';

const restarts = 3;
const restSeconds = 8;

/** `npm start` once more, what it then holds in memory, and the pages of a site as the started product serves them. */
export async function rows(): Promise<BenchRow[]> {
  const first = await startProduct();
  await first[Symbol.asyncDispose]();
  const readySeconds: number[] = [];
  const gigabytes: number[] = [];
  const pages: BenchRow[] = [];
  for (let start = 1; start <= restarts; start += 1) {
    await using product = await startProduct();
    readySeconds.push(product.readySeconds);
    await sleep(restSeconds * 1_000);
    gigabytes.push(residentGigabytes([product.npmPid, ...Object.values(product.where.pids)]));
    if (start === restarts) pages.push(await sitePageRow(product.where));
  }
  note(
    `npm start: first ${first.readySeconds.toFixed(1)} s, again ${readySeconds.map((one) => one.toFixed(1)).join(', ')} s`,
  );
  return [
    ...pages,
    boundRow('npm start again, to ready', 's', percentile(readySeconds, 0.5), 20),
    boundRow('resident memory, idle, all processes', 'GB', percentile(gigabytes, 0.5), 1.6),
  ];
}
