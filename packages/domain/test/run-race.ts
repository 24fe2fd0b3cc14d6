import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type RaceOrder, RaceResult } from './race-order.ts';

const worker = fileURLToPath(new URL('./race-worker.ts', import.meta.url));

/** Lets processes race one another, each with its own pool, and answers all that happened. */
export async function runRace(orders: readonly RaceOrder[]): Promise<RaceResult[]> {
  return (await Promise.all(orders.map(runWorker))).flat();
}

/** Attempts on slots, shared out between processes so that each slot is wanted in all of them, from every channel. */
export function shareOut(
  starts: readonly Temporal.Instant[],
  racersPerSlot: number,
  processes: number,
): RaceOrder['attempts'][] {
  const sources = ['sms', 'voice', 'web', 'staff'] as const;
  const shares: RaceOrder['attempts'][] = Array.from({ length: processes }, () => []);
  for (const startsAt of starts) {
    for (let racer = 0; racer < racersPerSlot; racer += 1) {
      const source = sources[Math.floor(racer / processes) % sources.length] ?? 'web';
      shares[racer % processes]?.push({ startsAt: startsAt.toString(), source });
    }
  }
  return shares;
}

function runWorker(order: RaceOrder): Promise<RaceResult[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [worker], { stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`a racing process ended with ${code}: ${Buffer.concat(err)}`));
      resolve(z.array(RaceResult).parse(JSON.parse(Buffer.concat(out).toString('utf8'))));
    });
    child.stdin.end(JSON.stringify(order));
  });
}
