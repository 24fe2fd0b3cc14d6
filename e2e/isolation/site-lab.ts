import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type ClientRequest, type IncomingHttpHeaders, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inheritedPath } from '../env.ts';

const sites = join(import.meta.dirname, '../../apps/site-renderer');
export const revalidateSecret = 'a-secret-of-this-test-alone';

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
export type SiteLab = {
  /** Two processes of the built app: what one keeps, the other has not. */
  renderers: readonly number[];
  coreApi: number;
  close: () => Promise<void>;
};

/** Starts a stand-in core-api with two tenants, and the built site-renderer twice in front of it. */
export async function openSiteLab(): Promise<SiteLab> {
  const [coreApi, ...renderers] = await Promise.all([freePort(), freePort(), freePort()]);
  const environment = {
    PATH: inheritedPath(),
    NEXT_TELEMETRY_DISABLED: '1',
    CORE_API_URL: `http://127.0.0.1:${coreApi}`,
    REVALIDATE_SECRET: revalidateSecret,
  };
  const run = (...args: string[]) =>
    spawn(process.execPath, args, { cwd: sites, env: environment, stdio: 'ignore' });
  const children = [
    run('test/stand-in-core-api.ts', String(coreApi)),
    ...renderers.map((port) => run('node_modules/next/dist/bin/next', 'start', '-p', String(port))),
  ];
  for (const port of renderers) await untilReady(port);
  return { renderers, coreApi, close: async () => void (await Promise.all(children.map(end))) };
}

/** Sends one request exactly as written: header pairs in their order, doubled ones too. */
export function sendRaw(
  port: number,
  target: string,
  headers: readonly string[],
  method = 'GET',
  body = '',
): Promise<Answer> {
  const options = { host: '127.0.0.1', port, path: target, method, headers: [...headers] };
  return readAnswer(request({ ...options, setHost: false, agent: false, timeout: 20_000 }), body);
}

/** Sends the body and waits for the whole answer. */
export function readAnswer(sent: ClientRequest, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    sent.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export async function setCanary(lab: SiteLab, slug: string, canary: string): Promise<void> {
  await sendRaw(
    lab.coreApi,
    '/canary',
    ['Host', '127.0.0.1', 'Content-Type', 'application/json'],
    'POST',
    JSON.stringify({ slug, canary }),
  );
}

export async function revalidate(port: number, tenantId: string, secret = revalidateSecret): Promise<number> {
  const headers = [
    'Host',
    '127.0.0.1',
    'Content-Type',
    'application/json',
    'Authorization',
    `Bearer ${secret}`,
  ];
  return (await sendRaw(port, '/internal/revalidate', headers, 'POST', JSON.stringify({ tenantId }))).status;
}

async function untilReady(port: number): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    const answer = await sendRaw(port, '/internal/health', ['Host', '127.0.0.1']).catch(() => null);
    if (answer?.status === 200) return;
    await pause(200);
  }
  throw new Error(`site-renderer on port ${port} did not answer within 30 s: is it built?`);
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  server.close();
  await once(server, 'close');
  return port;
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
