import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { openLane } from './lane.ts';

const program = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find((path) => existsSync(path));

/**
 * Redis is killed while texts come in, and comes back empty. Every webhook succeeds meanwhile, and each text is answered
 * once afterwards, without a restart of ours. Answers the faults found, or null where there is no redis-server.
 */
export async function tryRedisGone(texts: number): Promise<string[] | null> {
  if (!program) return null;
  const port = await freePort();
  let redis = startRedis(program, port);
  const lane = await openLane({ redisUrl: `redis://127.0.0.1:${port}` });
  try {
    await Promise.all([lane.gateway.start(), lane.worker.start()]);
    const phones = Array.from({ length: texts }, (_, index) => `+1737${String(6_000_000 + index)}`);
    for (const [index, phone] of phones.entries()) {
      if (index === Math.floor(texts / 3)) redis.kill('SIGKILL');
      await fetch(`${lane.carrier.baseUrl}/__control/texts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ from: phone, to: '+15125550100', body: 'What are your hours?' }),
      });
      await pause(60);
    }
    await pause(500);
    const meanwhile = await storedCount(lane.database);
    redis = startRedis(program, port);
    const faults = meanwhile === texts ? [] : [`${meanwhile} of ${texts} texts stored while Redis was away`];
    return [...faults, ...(await unanswered(lane.carrier.baseUrl, phones))];
  } finally {
    redis.kill('SIGKILL');
    await lane.close();
  }
}

async function storedCount(database: Awaited<ReturnType<typeof openLane>>['database']): Promise<number> {
  const { rows } = await database.admin.query(
    "select count(*)::int as n from messages where direction = 'in'",
  );
  return rows[0].n;
}

/** Waits until every phone has its answer, then a little longer for a second one that must not come. */
async function unanswered(carrierUrl: string, phones: readonly string[]): Promise<string[]> {
  const counts = async () => {
    const response = await fetch(`${carrierUrl}/__control/messages?number=%2B15125550100&limit=20000`);
    const { messages } = await response.json();
    return phones.map((phone) => messages.filter((message: { to: string }) => message.to === phone).length);
  };
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && (await counts()).some((count) => count === 0)) await pause(200);
  await pause(3_000);
  return (await counts()).flatMap((count, index) =>
    count === 1 ? [] : [`${phones[index]} has ${count} answers`],
  );
}

function startRedis(path: string, port: number): ChildProcess {
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--maxmemory-policy',
    'noeviction',
  ];
  return spawn(path, options, { stdio: 'ignore' });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
