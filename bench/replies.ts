import { setTimeout as sleep } from 'node:timers/promises';
import { startStandIns } from '@servicepro/stand-ins';
import { type BenchRow, boundRow, percentile } from './bench-row.ts';
import { note, readBenchEnv } from './env.ts';
import { layBusiness } from './lay-business.ts';
import { businessNumber, openPhoneScene, type PhoneScene, phoneOf } from './phone-scene.ts';
import { freePort, startProgram } from './program.ts';

type Carrier = Awaited<ReturnType<typeof startStandIns>>;

const perSecond = 10;
const warmUpTexts = 40;
const textCount = 250;
const answerSeconds = 30;
/** What people ask; the last one makes the receptionist look for a free time. */
const questions = [
  'Hi',
  'When are you open?',
  'How much is a maintenance wash for my sedan?',
  'Can I get a maintenance wash for my sedan tomorrow at 10am?',
];

/** From the stored text to the reply that the carrier has taken, at ten texts in a second and without the joining pause. */
export async function rows(): Promise<BenchRow[]> {
  const { redisUrl } = readBenchEnv();
  const embedded = boundRow(
    'stored text → reply at the carrier, queue in PostgreSQL, p95',
    'ms',
    await p95(undefined),
    250,
  );
  if (!redisUrl) return [embedded];
  // A Redis database of its own; FLUSHALL of a test would only make the queue hand out again.
  const ownRedis = `${redisUrl.replace(/\/\d*$/, '')}/13`;
  return [
    embedded,
    boundRow('stored text → reply at the carrier, queue in Redis, p95', 'ms', await p95(ownRedis), 120),
  ];
}

async function p95(redisUrl: string | undefined): Promise<number> {
  await using scene = await openPhoneScene();
  await layBusiness(scene);
  const carrier = await startStandIns({ deliveryStepMs: 60 });
  try {
    const gatewayPort = await freePort();
    const environment = {
      ...scene.environment,
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
      TWILIO_API_BASE_URL: carrier.baseUrl,
      TWILIO_WEBHOOK_ORIGIN: `http://127.0.0.1:${gatewayPort}`,
      // Nothing of a site changes here.
      SITE_RENDERER_URL: 'http://127.0.0.1:9',
      REVALIDATE_SECRET: 'not-used-by-this-bench',
    };
    await using _gateway = await startProgram('apps/telephony-gateway/src/main.ts', environment, gatewayPort);
    await using _worker = await startProgram('apps/ai-worker/src/main.ts', environment);
    await registerAtCarrier(carrier, scene, gatewayPort);
    await textAndWait(carrier, 0, warmUpTexts);
    await textAndWait(carrier, warmUpTexts, textCount);
    const waits = await waitsOf(carrier, scene);
    note(
      `replies: ${waits.length} at ${perSecond}/s, queue in ${redisUrl ? 'Redis' : 'PostgreSQL'}, median ${Math.round(percentile(waits, 0.5))} ms`,
    );
    return percentile(waits, 0.95);
  } finally {
    await carrier.close();
  }
}

/** Ten people in a second text once each, whether or not the ones before were answered. */
async function textAndWait(carrier: Carrier, first: number, count: number): Promise<void> {
  const began = performance.now();
  for (let index = 0; index < count; index += 1) {
    await sleep(Math.max(0, began + (index * 1_000) / perSecond - performance.now()));
    const body = questions[index % questions.length];
    await control(carrier, 'texts', { from: phoneOf(first + index), to: businessNumber, body });
  }
  const deadline = performance.now() + answerSeconds * 1_000;
  while (repliesOf(carrier).length < first + count) {
    if (performance.now() > deadline)
      throw new Error(`${repliesOf(carrier).length} of ${first + count} texts were answered`);
    await sleep(50);
  }
}

/** Milliseconds for each text after the warm-up; both times are of this computer's clock. */
async function waitsOf(carrier: Carrier, { database }: PhoneScene): Promise<number[]> {
  const { rows } = await database.admin.query(
    "select from_address, extract(epoch from created_at)::float8 * 1000 as stored_ms from messages where direction = 'in'",
  );
  const storedMs = new Map(rows.map((row) => [String(row.from_address), Number(row.stored_ms)]));
  const isWarm = new Set(Array.from({ length: textCount }, (_, index) => phoneOf(warmUpTexts + index)));
  return repliesOf(carrier)
    .filter((reply) => isWarm.has(reply.to))
    .map((reply) => Date.parse(reply.createdAt) - (storedMs.get(reply.to) ?? Number.NaN));
}

function repliesOf(carrier: Carrier) {
  return [...carrier.carrier.state.messages.values()].filter((message) => message.direction !== 'inbound');
}

async function registerAtCarrier(carrier: Carrier, scene: PhoneScene, gatewayPort: number): Promise<void> {
  await control(carrier, 'accounts', scene.account);
  await control(carrier, 'numbers', {
    number: businessNumber,
    accountSid: scene.account.sid,
    label: 'Clean Machine',
    smsUrl: `http://127.0.0.1:${gatewayPort}/twilio/sms/incoming`,
  });
}

async function control(carrier: Carrier, path: string, body: unknown): Promise<void> {
  const response = await fetch(`${carrier.baseUrl}/__control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}
