import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFreePort } from '../ports.ts';
import { signalGroup } from './process-group.ts';
import { answers } from './readiness.ts';
import { type SupervisedChild, superviseChild } from './supervised-child.ts';

let folder: string;
let port: number;
let shown: string[];
let pids: number[];
let child: SupervisedChild | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'launcher-child-'));
  port = await findFreePort(24_000);
  shown = [];
  pids = [];
});

afterEach(async () => {
  await child?.stop(1);
  rmSync(folder, { recursive: true, force: true });
});

const server = `require('node:http').createServer((q, s) => s.end('ok')).listen(Number(process.env.PORT), '127.0.0.1');`;

describe('a supervised process', () => {
  it('is ready when it answers, and is started again when it is killed', async () => {
    child = supervise(server);
    await child.ready(10);
    const [first = 0] = pids;
    process.kill(first, 'SIGKILL');
    await waitFor(() => pids.length === 2);
    await waitFor(() => answers(readyUrl()));
    expect(shown.join('\n')).toContain('ended (SIGKILL), starting it again');
  });

  it('leaves nothing running behind when it is stopped, not even what its own children started', async () => {
    child = supervise(
      `require('node:child_process').spawn('sleep', ['600'], { stdio: 'ignore' }); ${server}`,
    );
    await child.ready(10);
    await child.stop(2);
    expect(pids).toHaveLength(1);
    expect(signalGroup(pids[0] ?? 0, 0)).toBe(false);
    expect(await answers(readyUrl())).toBe(false);
  });

  it('is ended by force when it does not listen to SIGTERM', async () => {
    child = supervise(`process.on('SIGTERM', () => {}); ${server}`);
    await child.ready(10);
    const sinceMs = performance.now();
    await child.stop(0.5);
    expect(performance.now() - sinceMs).toBeLessThan(3000);
    expect(await answers(readyUrl())).toBe(false);
  });

  it('is given up with its own words when it ends three times before it was ready', async () => {
    child = supervise(`console.error('DATABASE_URL is missing.'); process.exit(1);`);
    await expect(child.ready(10)).rejects.toThrow(/core does not start: .*DATABASE_URL is missing\./);
    expect(pids).toHaveLength(3);
  });

  it('writes every line to its log and only warnings to the terminal', async () => {
    const lines = ['{"level":30,"msg":"listening"}', '{"level":50,"msg":"no route to vendor"}'];
    child = supervise(`${lines.map((line) => `console.log('${line}');`).join('')} ${server}`);
    await child.ready(10);
    await child.stop(1);
    expect(shown).toContain('core  no route to vendor');
    expect(shown.join()).not.toContain('listening');
    await waitFor(() => readFileSync(join(folder, 'core.log'), 'utf8').includes('listening'));
  });
});

function supervise(script: string): SupervisedChild {
  const main = join(folder, 'main.cjs');
  writeFileSync(main, script);
  const spec = {
    name: 'core',
    command: process.execPath,
    args: [main],
    cwd: folder,
    environment: { PORT: String(port), PATH: process.env.PATH ?? '' },
    readyUrl: readyUrl(),
  };
  const options = {
    logFolder: folder,
    show: (line: string) => void shown.push(line),
    onStarted: (_name: string, pid: number) => void pids.push(pid),
    backoffMs: [20],
  };
  return superviseChild(spec, options);
}

function readyUrl(): string {
  return `http://127.0.0.1:${port}/`;
}

async function waitFor(check: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await check()) return;
    await sleep(25);
  }
  throw new Error('it did not happen within 5 s');
}
