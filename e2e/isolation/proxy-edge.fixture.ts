import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, end, freePort, readAnswer } from './site-lab.ts';

const infra = join(import.meta.dirname, '../../infra');
const find = (...paths: string[]) => paths.find((path) => existsSync(path)) ?? '';

export type ProxyName = 'caddy' | 'nginx';
/** Where Debian puts the proxies; an empty path where one is not installed. */
export const proxyPrograms: Readonly<Record<ProxyName, string>> = {
  caddy: find('/usr/bin/caddy', '/usr/local/bin/caddy'),
  nginx: find('/usr/sbin/nginx', '/usr/bin/nginx'),
};

export type Upstreams = { coreApi: number; witness: number; renderers: readonly number[] };
export type Edge = { httpPort: number; httpsPort: number; close: () => Promise<void> };
type Ports = { httpPort: number; httpsPort: number };

/** One place of a configuration, to be broken on purpose. */
export type Mistake = { from: string; to: string };

/** Passes on what the client says of its host. */
export const credulous: Readonly<Record<ProxyName, Mistake>> = {
  caddy: { from: 'flush_interval -1', to: 'flush_interval -1\n trusted_proxies 127.0.0.0/8' },
  nginx: { from: 'X-Forwarded-Host $host;', to: 'X-Forwarded-Host $http_x_forwarded_host;' },
};

/** Starts the proxy with the project's own configuration on ports of the loopback; only its environment is the test's. */
export async function openEdge(name: ProxyName, upstreams: Upstreams, mistake?: Mistake): Promise<Edge> {
  const folder = await mkdtemp(join(tmpdir(), `edge-${name}-`));
  const [httpPort, httpsPort] = await Promise.all([freePort(), freePort()]);
  const ports = { httpPort, httpsPort };
  const child = await (name === 'caddy' ? runCaddy : runNginx)(folder, ports, upstreams, mistake);
  const close = async () => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await sendSecure(httpsPort, 'app.localhost', '/', ['Host', 'app.localhost']).catch(
      () => null,
    );
    if (answer?.status === 200) return { ...ports, close };
    await pause(100);
  }
  await close();
  throw new Error(`${name} did not answer within 10 s`);
}

async function runCaddy(
  folder: string,
  ports: Ports,
  upstreams: Upstreams,
  mistake?: Mistake,
): Promise<ChildProcess> {
  const options = [
    `http_port ${ports.httpPort}`,
    `https_port ${ports.httpsPort}`,
    'default_bind 127.0.0.1',
    'local_certs',
    'skip_install_trust',
  ];
  const environment = {
    HOME: folder,
    CADDY_GLOBAL_OPTIONS: options.join('\n'),
    CORE_API: local(upstreams.coreApi),
    TELEPHONY_GATEWAY: local(upstreams.witness),
    WEB_ADMIN: local(upstreams.witness),
    SITE_RENDERER: upstreams.renderers.map(local).join(' '),
  };
  const config = join(folder, 'Caddyfile');
  await writeFile(config, await readConfig('Caddyfile', mistake));
  const args = ['run', '--adapter', 'caddyfile', '--config', config];
  return spawn(proxyPrograms.caddy, args, { stdio: 'ignore', env: environment });
}

async function runNginx(
  folder: string,
  ports: Ports,
  upstreams: Upstreams,
  mistake?: Mistake,
): Promise<ChildProcess> {
  const values: Readonly<Record<string, string>> = {
    HTTP_LISTEN: local(ports.httpPort),
    HTTPS_LISTEN: local(ports.httpsPort),
    APP_HOST: 'app.localhost',
    SITE_HOSTS: '*.localhost',
    CERTIFICATE: join(folder, 'certificate.pem'),
    CERTIFICATE_KEY: join(folder, 'key.pem'),
    CORE_API: local(upstreams.coreApi),
    TELEPHONY_GATEWAY: local(upstreams.witness),
    WEB_ADMIN: local(upstreams.witness),
    SITE_RENDERER: local(upstreams.renderers[0] ?? 0),
  };
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  execFileSync('openssl', ['req', '-x509', ...key, ...files, '-days', '2', '-subj', '/CN=*.localhost'], {
    stdio: 'ignore',
  });
  const template = await readConfig('nginx.conf.template', mistake);
  const servers = template.replaceAll(/\$\{([A-Z_]+)\}/g, (_whole, name: string) => values[name] ?? '');
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(folder, kind)};`,
  );
  const shell = `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log; events {}
http { access_log off; proxy_max_temp_file_size 0; ${places.join(' ')}
${servers}}`;
  await writeFile(join(folder, 'nginx.conf'), shell);
  return spawn(proxyPrograms.nginx, ['-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
}

async function readConfig(file: string, mistake?: Mistake): Promise<string> {
  const config = await readFile(join(infra, file), 'utf8');
  if (!mistake) return config;
  if (!config.includes(mistake.from)) throw new Error(`${file} has no place that says ${mistake.from}`);
  return config.replaceAll(mistake.from, mistake.to);
}

function local(port: number): string {
  return `127.0.0.1:${port}`;
}

/** Like `sendRaw`, over TLS, with a name in the handshake that need not be the Host. */
export function sendSecure(
  port: number,
  servername: string,
  target: string,
  headers: readonly string[],
  method = 'GET',
  body = '',
): Promise<Answer> {
  const options = { host: '127.0.0.1', port, path: target, method, headers: [...headers] };
  const tls = { servername, rejectUnauthorized: false };
  return readAnswer(request({ ...options, ...tls, setHost: false, agent: false, timeout: 20_000 }), body);
}

export type Witness = {
  port: number;
  /** What came through, oldest first. */
  seen: { url: string; headers: IncomingHttpHeaders }[];
  close: () => void;
};

/** Stands where the gateway and the dashboard are: answers every path, and keeps what it was sent. */
export async function openWitness(): Promise<Witness> {
  const seen: Witness['seen'] = [];
  const server = createServer((incoming, response) => {
    seen.push({ url: incoming.url ?? '', headers: incoming.headers });
    response.end('the witness');
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { port, seen, close: () => void server.close() };
}
