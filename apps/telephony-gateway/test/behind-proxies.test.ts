import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createGatewayFixture,
  type GatewayFixture,
  origin,
  sign,
  type TestBusiness,
  textFields,
} from './gateway.fixture.ts';
import { readProxyPrograms } from './proxy-programs.fixture.ts';

const path = '/twilio/sms/incoming';
const programs = readProxyPrograms();

describe('a webhook that comes through a proxy that ends TLS', () => {
  let gateway: GatewayFixture;
  let business: TestBusiness;
  let folder: string;
  let gatewayPort: number;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    gateway = await createGatewayFixture();
    business = await gateway.createBusiness('+15125550100', { isRoot: true });
    gatewayPort = Number(new URL(await gateway.app.listen({ host: '127.0.0.1', port: 0 })).port);
    folder = await mkdtemp(join(tmpdir(), 'proxies-'));
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-keyout',
        join(folder, 'key.pem'),
        '-out',
        join(folder, 'cert.pem'),
        '-days',
        '2',
        '-subj',
        '/CN=hooks.example.test',
      ],
      { stdio: 'ignore' },
    );
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGTERM');
    await gateway.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.skipIf(!programs.nginx)(
    'nginx: is judged by the configured origin, whatever hosts it names',
    async () => {
      const port = await freePort();
      await writeFile(
        join(folder, 'nginx.conf'),
        `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log; events {}
       http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
         server { listen 127.0.0.1:${port} ssl; ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem;
           location / { proxy_pass http://127.0.0.1:${gatewayPort}; proxy_set_header X-Forwarded-Host $host; proxy_set_header X-Forwarded-Proto https; proxy_set_header X-Forwarded-For $remote_addr; } } }`,
      );
      running.push(spawn(programs.nginx, ['-c', join(folder, 'nginx.conf')], { stdio: 'ignore' }));
      await judge(port);
    },
  );

  it.skipIf(!programs.caddy)(
    'Caddy: is judged by the configured origin, whatever hosts it names',
    async () => {
      const port = await freePort();
      await writeFile(
        join(folder, 'Caddyfile'),
        `{\n  admin off\n  auto_https off\n}\nhttps://:${port} {\n  bind 127.0.0.1\n  tls ${folder}/cert.pem ${folder}/key.pem\n  reverse_proxy 127.0.0.1:${gatewayPort}\n}\n`,
      );
      running.push(
        spawn(programs.caddy, ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')], {
          stdio: 'ignore',
          env: { HOME: folder, PATH: '' },
        }),
      );
      await judge(port);
    },
  );

  async function judge(port: number): Promise<void> {
    await untilOpen(port);
    const statuses: Record<string, number> = {};
    const fields = () => textFields(business, { Body: 'Ünïcode + plus & “quotes”' });
    const right = fields();
    statuses.right = await post(port, path, right, sign(business.authToken, origin + path, right), {});
    const spoofed = fields();
    statuses.spoofed = await post(port, path, spoofed, sign(business.authToken, origin + path, spoofed), {
      host: 'evil.test',
      'x-forwarded-host': 'evil.test',
      'x-forwarded-proto': 'http',
    });
    const query = `${path}?a=1&b=%2B`;
    const withQuery = fields();
    statuses.query = await post(
      port,
      query,
      withQuery,
      sign(business.authToken, origin + query, withQuery),
      {},
    );
    const elsewhere = fields();
    statuses.elsewhere = await post(
      port,
      path,
      elsewhere,
      sign(business.authToken, `https://evil.test${path}`, elsewhere),
      { 'x-forwarded-host': 'evil.test' },
    );
    const changed = fields();
    statuses.changed = await post(
      port,
      path,
      { ...changed, Body: 'changed' },
      sign(business.authToken, origin + path, changed),
      {},
    );
    expect(statuses).toEqual({ right: 200, spoofed: 200, query: 200, elsewhere: 403, changed: 403 });
  }
});

function post(
  port: number,
  url: string,
  fields: Record<string, string>,
  signature: string,
  headers: Record<string, string>,
): Promise<number> {
  const body = new URLSearchParams(fields).toString();
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port,
        path: url,
        method: 'POST',
        rejectUnauthorized: false,
        servername: 'hooks.example.test',
        headers: {
          host: 'hooks.example.test',
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          'x-twilio-signature': signature,
          ...headers,
        },
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    call.once('error', reject);
    call.end(body);
  });
}

async function untilOpen(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await post(port, '/health/live', {}, '', {});
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`nothing listens on ${port}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
