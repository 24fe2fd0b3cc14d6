import { SendMessage } from '@servicepro/contracts/messages';
import { createPool } from '@servicepro/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anId, until } from '../src/jobs/jobs.fixture.ts';
import { backends, useJobs } from '../src/jobs/jobs-suite.fixture.ts';

describe.each(backends)('a Postgres that goes, with the queue on %s', (backend) => {
  const jobs = useJobs(backend);
  let server: ReturnType<typeof createPool>;

  beforeAll(() => {
    const url = new URL(jobs.fixture.database.adminUrl);
    url.pathname = '/postgres';
    server = createPool(url.href, { max: 1 });
  });

  afterAll(() => server.end());

  async function setAllowed(isAllowed: boolean): Promise<void> {
    const { name } = jobs.fixture.database;
    await server.query(`alter database ${name} allow_connections ${isAllowed}`);
    if (!isAllowed)
      await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  }

  const send = async () => jobs.fixture.send(jobs.tenant, SendMessage, { messageId: anId() });
  const isDone = async (id: string) => (await jobs.fixture.row(id)).done_at !== null;

  test('is waited for: what was stored is handled once when it is back, by the same process', async () => {
    jobs.start([jobs.onceHandler()]);
    const first = await send();
    await until(() => isDone(first));
    const ids = await Promise.all([send(), send(), send()]);
    await setAllowed(false);
    await expect(send()).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await setAllowed(true);
    ids.push(await send());
    for (const id of ids) await until(() => isDone(id), 15_000);
    expect(await Promise.all(ids.map(jobs.fixture.effects))).toEqual([1, 1, 1, 1]);
  });
});
