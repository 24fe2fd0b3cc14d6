import { createServer, type IncomingMessage, type Server, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { createProxyServer } from 'httpxy';
import { LauncherFailure, reasonOf } from '../failure.ts';
import { answerDown } from './down-page.ts';
import { setForwardedHeaders } from './forwarded-headers.ts';
import { type EdgeTarget, originForm, routeRequest } from './route-request.ts';

export interface EdgeOptions {
  port: number;
  host: string;
  /** Where each process listens, such as http://127.0.0.1:3001. */
  targets: Readonly<Record<EdgeTarget, string>>;
}

export interface Edge {
  close: () => Promise<void>;
}

/**
 * Opens the one port that browsers and vendors talk to. Bodies pass in both directions as they come, so that
 * server-sent events and WebSockets work; the Host header is kept.
 */
export async function openEdge(options: EdgeOptions): Promise<Edge> {
  const proxy = createProxyServer({ xfwd: false, upgradeTimeout: 10_000 });
  const upgraded = new Set<Socket>();
  proxy.on('error', (_error, request, response) => {
    if (response instanceof ServerResponse) {
      answerDown(response, routeRequest(request?.headers.host, request?.url), request?.headers.accept);
    } else response?.destroy();
  });
  const targetOf = (request: IncomingMessage) => options.targets[admit(request)];
  const makeServer = () =>
    createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
      proxy.web(request, response, { target: targetOf(request) }).catch(() => response.destroy());
    }).on('upgrade', (request, socket, head) => {
      if (!(socket instanceof Socket)) return;
      upgraded.add(socket);
      socket.on('close', () => upgraded.delete(socket));
      proxy.ws(request, socket, { target: targetOf(request) }, head).catch(() => socket.destroy());
    });

  const servers = [await listen(makeServer(), options.port, options.host)];
  // Browsers may try the IPv6 loopback first for *.localhost; machines without IPv6 do without it.
  if (options.host === '127.0.0.1') {
    servers.push(
      ...(await listen(makeServer(), options.port, '::1').then(
        (server) => [server],
        () => [],
      )),
    );
  }
  return {
    close: async () => {
      for (const socket of upgraded) socket.destroy();
      await Promise.all(servers.map(closeServer));
    },
  };
}

/** Says who answers, after taking from the request what its sender may not claim. */
function admit(request: IncomingMessage): EdgeTarget {
  const { host } = request.headers;
  request.url = originForm(request.url);
  setForwardedHeaders(request.headers, { host, address: request.socket.remoteAddress, isEncrypted: false });
  return routeRequest(host, request.url);
}

function listen(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be opened (${reasonOf(error)})`;
      reject(new LauncherFailure('portInUse', `Port ${port} ${reason}: choose another with --port.`));
    });
    server.listen({ port, host }, () => resolve(server));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
