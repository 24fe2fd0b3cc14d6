import type { KillPlan } from './kill-plan.ts';
import { businessNumber, type Lane } from './lane.ts';

export interface TrialOutcome {
  plan: KillPlan;
  /** Whether the process did die at its point. */
  hasDied: boolean;
  faults: string[];
  /** From the restart to the last answer. */
  answeredAfterMs: number;
}

interface CarrierMessage {
  sid: string;
  direction: string;
  from: string;
  to: string;
  body: string;
}

/** What a customer says to get a booking: each line is answered before the next. */
const lines = ['Can I get a maintenance wash for my sedan tomorrow at 10am?', 'yes'];

/**
 * One customer books by text while a process dies at the plan's point and is started again. Nothing may be lost, answered
 * twice or booked twice.
 */
export async function runTrial(
  lane: Lane,
  plan: KillPlan,
  phone: string,
  flushRedis: () => Promise<void>,
  answerMs = 30_000,
): Promise<TrialOutcome> {
  const target = plan.process === 'gateway' ? lane.gateway : lane.worker;
  await target.kill('SIGKILL');
  await target.start(plan.at);
  await loseReports(lane, plan.areReportsLost);
  const outcome: TrialOutcome = { plan, hasDied: false, faults: [], answeredAfterMs: 0 };
  const watch = restartOnDeath(target, plan, outcome);
  for (const [index, line] of lines.entries()) {
    await say(lane, phone, line);
    if (plan.isRedisFlushed) setTimeout(() => flushRedis().catch(() => {}), Math.random() * 400);
    if (plan.at === 'K14' && index === 0)
      setTimeout(() => target.kill('SIGTERM').catch(() => {}), Math.random() * 150);
    if (!(await isAnswered(lane, phone, index + 1, answerMs)))
      outcome.faults.push(`"${line}" was not answered`);
  }
  watch.stop();
  outcome.answeredAfterMs = watch.restartedAt ? Math.max(0, Date.now() - watch.restartedAt) : 0;
  await settle(lane);
  outcome.faults.push(...(await faultsOf(lane, phone)));
  return outcome;
}

/** Waits until nothing is on its way any more: a second answer would have come by then. */
async function settle(lane: Lane): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const { rows } = await lane.database.admin.query(
      'select count(*)::int as open from outbox where done_at is null and dead_at is null and available_at <= clock_timestamp()',
    );
    if (rows[0].open === 0) return;
    await pause(50);
  }
}

function restartOnDeath(
  target: Lane['worker'],
  plan: KillPlan,
  outcome: TrialOutcome,
): { stop(): void; restartedAt: number } {
  const watch = { restartedAt: 0, stop: () => clearInterval(timer) };
  const timer = setInterval(() => {
    if (!target.hasDied || outcome.hasDied) return;
    outcome.hasDied = true;
    target.start().then(
      () => {
        watch.restartedAt = Date.now();
      },
      (cause: unknown) => outcome.faults.push(`${plan.process} did not start again: ${String(cause)}`),
    );
  }, 10);
  return watch;
}

async function loseReports(lane: Lane, areLost: boolean): Promise<void> {
  const faults = `${lane.carrier.baseUrl}/__control/faults`;
  await fetch(faults, { method: 'DELETE' });
  if (!areLost) return;
  const body = JSON.stringify({ kind: 'drop-webhook', of: 'status' });
  await fetch(faults, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

async function say(lane: Lane, from: string, body: string): Promise<void> {
  await fetch(`${lane.carrier.baseUrl}/__control/texts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from, to: businessNumber, body }),
  });
}

async function answersTo(lane: Lane, phone: string): Promise<CarrierMessage[]> {
  const response = await fetch(
    `${lane.carrier.baseUrl}/__control/messages?number=${encodeURIComponent(phone)}&limit=1000`,
  );
  const { messages } = await response.json();
  return messages.filter((message: CarrierMessage) => message.to === phone);
}

async function isAnswered(lane: Lane, phone: string, count: number, answerMs: number): Promise<boolean> {
  const deadline = Date.now() + answerMs;
  while (Date.now() < deadline) {
    if ((await answersTo(lane, phone)).length >= count) return true;
    await pause(25);
  }
  return false;
}

async function faultsOf(lane: Lane, phone: string): Promise<string[]> {
  const answers = await answersTo(lane, phone);
  const { rows } = await lane.database.admin.query(
    `select (select count(*)::int from messages where direction = 'in' and from_address = $1) as stored,
       (select count(*)::int from bookings b join contact_points p on p.customer_id = b.customer_id where p.value = $1 and b.status in ('booked', 'confirmed')) as bookings`,
    [phone],
  );
  const { stored, bookings } = rows[0];
  return [
    ...(answers.length === lines.length ? [] : [`${answers.length} answers instead of ${lines.length}`]),
    ...(stored === lines.length ? [] : [`${stored} texts stored instead of ${lines.length}`]),
    ...(bookings === 1 ? [] : [`${bookings} bookings instead of 1`]),
  ];
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
