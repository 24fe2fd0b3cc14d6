import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { readChaosEnv } from './env.ts';
import { type KillPlan, planOf, pointCount } from './kill-plan.ts';
import { type Lane, openLane } from './lane.ts';
import { tryRedisGone } from './redis-gone.ts';
import { runTrial, type TrialOutcome } from './trial.ts';

/** Kills processes in mid-work and counts what was lost or done twice; then two broken variants, which must be seen. */
const { values } = parseArgs({
  options: { trials: { type: 'string', default: '60' }, lanes: { type: 'string', default: '2' } },
});
const trials = Number(values.trials);
const { redisUrl } = readChaosEnv();
const redis = redisUrl ? new Redis(redisUrl, { maxRetriesPerRequest: 1 }) : null;
redis?.on('error', () => {});
const flushRedis = async () => {
  await redis?.flushall();
};

const began = Date.now();
const outcomes = await runLanes(Number(values.lanes), trials);
const failed = report(outcomes);
const mutants = [
  await seesMutant('without a re-sweep', { workerEnvironment: { RESWEEP_SECONDS: '600' } }, [
    plan('K6'),
    plan('K7'),
  ]),
  await seesMutant('without asking the carrier first', { workerEntry: 'e2e/chaos/blind-worker.ts' }, [
    plan('K12'),
    plan('K12:2'),
  ]),
];
const withoutRedis = await tryRedisGone(30);
console.log(
  withoutRedis === null
    ? 'Redis gone: skipped, there is no redis-server'
    : `Redis gone: ${withoutRedis.length === 0 ? '30 texts stored meanwhile, each answered once' : withoutRedis.join('; ')}`,
);
redis?.disconnect();
console.log(
  `kill test: ${outcomes.length} trials in ${Math.round((Date.now() - began) / 1_000)} s, ${failed} failed; mutants seen: ${mutants.filter(Boolean).length} of 2`,
);
process.exit(failed === 0 && mutants.every(Boolean) && (withoutRedis ?? []).length === 0 ? 0 : 1);

async function runLanes(count: number, total: number): Promise<TrialOutcome[]> {
  const done: TrialOutcome[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      // Each lane has a Redis database of its own; FLUSHALL empties them all, at any moment of any lane.
      const lane = await openLane({ redisUrl: redisUrl && `${redisUrl.replace(/\/\d*$/, '')}/${index + 1}` });
      try {
        await Promise.all([lane.gateway.start(), lane.worker.start()]);
        for (let trial = next++; trial < total; trial = next++)
          done.push(await runSafely(lane, planOf(trial), phoneOf(trial)));
      } finally {
        await lane.close();
      }
    }),
  );
  return done;
}

async function runSafely(lane: Lane, killPlan: KillPlan, phone: string): Promise<TrialOutcome> {
  const outcome = await runTrial(lane, killPlan, phone, flushRedis);
  if (outcome.faults.length > 0)
    console.log(
      `${killPlan.process} ${killPlan.at}${killPlan.isRedisFlushed ? ' + FLUSHALL' : ''}: ${outcome.faults.join('; ')}`,
    );
  return outcome;
}

function report(all: readonly TrialOutcome[]): number {
  const reached = new Set(
    all.filter((outcome) => outcome.hasDied).map((outcome) => outcome.plan.at.split(':')[0]),
  );
  const waits = all.map((outcome) => outcome.answeredAfterMs).sort((a, b) => a - b);
  console.log(
    `points reached: ${[...reached].sort().join(' ')} (${reached.size} of ${pointCount}); p99 from restart to the last answer: ${waits.at(Math.floor(waits.length * 0.99)) ?? 0} ms`,
  );
  const unreached = all.length >= pointCount * 2 && reached.size < pointCount ? 1 : 0;
  return all.filter((outcome) => outcome.faults.length > 0).length + unreached;
}

/** True when the broken variant loses or doubles something in one of the plans: then the test would have seen it. */
async function seesMutant(
  name: string,
  options: { workerEntry?: string; workerEnvironment?: Record<string, string> },
  plans: KillPlan[],
): Promise<boolean> {
  const lane = await openLane({ redisUrl: redisUrl && `${redisUrl.replace(/\/\d*$/, '')}/9`, ...options });
  try {
    await Promise.all([lane.gateway.start(), lane.worker.start()]);
    for (const [index, killPlan] of plans.entries()) {
      const outcome = await runTrial(lane, killPlan, phoneOf(9_000 + index), flushRedis, 8_000);
      if (outcome.faults.length > 0) {
        console.log(`mutant ${name}: seen (${outcome.faults.join('; ')})`);
        return true;
      }
    }
    console.log(`mutant ${name}: NOT seen`);
    return false;
  } finally {
    await lane.close();
  }
}

function plan(at: string): KillPlan {
  return { process: 'worker', at, isRedisFlushed: false, areReportsLost: true };
}

function phoneOf(trial: number): string {
  return `+1512${String(6_000_000 + trial)}`;
}
