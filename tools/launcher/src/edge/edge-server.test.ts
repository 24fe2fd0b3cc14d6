import { createHash } from 'node:crypto';
import { createServer, get, type IncomingMessage, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreeEdgePort } from '../ports.ts';
import { type Edge, openEdge } from './edge-server.ts';

let behind: Server;
let edge: Edge;
let port: number;

beforeAll(async () => {
  behind = createServer(answer).on('upgrade', (incoming, socket) => {
    const key = `${incoming.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
    );
    socket.on('data', (data) => socket.write(data));
  });
  const target = await new Promise<string>((resolve) => {
    behind.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${portOf(behind)}`));
  });
  port = await findFreeEdgePort(23_000);
  edge = await openEdge({
    port,
    host: '127.0.0.1',
    targets: {
      'core-api': target,
      'telephony-gateway': target,
      'web-admin': target,
      'site-renderer': target,
      'stand-ins': 'http://127.0.0.1:1',
    },
  });
});

afterAll(async () => {
  await edge.close();
  behind.closeAllConnections();
  behind.close();
});

describe('the edge', () => {
  it('keeps the host and replaces what the client claims about itself', async () => {
    const { body } = await call('/', {
      host: 'clean-machine.localhost:3000',
      'x-forwarded-host': 'other-tenant.localhost',
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '443',
      forwarded: 'host=other-tenant.localhost',
      'x-real-ip': '203.0.113.9',
      'x-middleware-subrequest': 'middleware',
    });
    const seen = JSON.parse(body).headers;
    expect(seen.host).toBe('clean-machine.localhost:3000');
    expect(seen['x-forwarded-host']).toBe('clean-machine.localhost:3000');
    expect(seen['x-forwarded-for']).toBe('127.0.0.1');
    expect(seen['x-forwarded-proto']).toBe('http');
    for (const name of ['x-forwarded-port', 'forwarded', 'x-real-ip', 'x-middleware-subrequest']) {
      expect(seen).not.toHaveProperty(name);
    }
  });

  it('reads a whole URL in the request line as its path', async () => {
    const { body } = await call('http://other.localhost/api/x?y=1', { host: 'clean-machine.localhost:3000' });
    expect(JSON.parse(body).url).toBe('/api/x?y=1');
  });

  it('passes server-sent events on while the answer is still open', async () => {
    const first = await new Promise<string>((resolve, reject) => {
      const open = get({ port, path: '/events', headers: { host: 'app.localhost' } }, (response) => {
        response.once('data', (data) => {
          resolve(String(data));
          open.destroy();
        });
      });
      open.on('error', reject);
    });
    expect(first).toBe('data: one\n\n');
  });

  it('passes WebSockets in both directions', async () => {
    const echoed = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          'GET /twilio/voice/relay HTTP/1.1\r\nhost: app.localhost\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13\r\n\r\n',
        );
      });
      let isOpen = false;
      socket.on('error', reject);
      socket.on('data', (data) => {
        if (isOpen) {
          resolve(String(data));
          socket.destroy();
        } else if (String(data).includes('101 Switching Protocols')) {
          isOpen = true;
          socket.write('hello');
        }
      });
    });
    expect(echoed).toBe('hello');
  });

  it('says in words that a process is down, as a page or as a problem document', async () => {
    const page = await call('/', { host: 'phone.localhost', accept: 'text/html' });
    expect(page.status).toBe(502);
    expect(page.body).toContain('stand-ins does not answer yet');
    const problem = await call('/', { host: 'phone.localhost', accept: 'application/json' });
    expect(JSON.parse(problem.body)).toMatchObject({ status: 502, code: 'edge.target_down' });
  });

  it('refuses a port that is in use with a sentence that names it', async () => {
    const targets = {
      'core-api': '',
      'telephony-gateway': '',
      'web-admin': '',
      'site-renderer': '',
      'stand-ins': '',
    };
    await expect(openEdge({ port, host: '127.0.0.1', targets })).rejects.toThrow(`Port ${port} is in use`);
  });
});

function answer(incoming: IncomingMessage, response: import('node:http').ServerResponse): void {
  if (incoming.url === '/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: one\n\n');
    return;
  }
  response.end(JSON.stringify({ url: incoming.url, headers: incoming.headers }));
}

function call(path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, path, headers, agent: false }, (response) => {
      let body = '';
      response.on('data', (data) => {
        body += String(data);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
