import { createConnection, createServer, type Socket } from 'node:net';

export interface CuttableProxy {
  /** The same URL by way of the proxy. */
  via(url: string): string;
  /** The server is gone: open connections are reset, new ones refused. */
  cut(): Promise<void>;
  /** It is back. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** A way to a server that can be taken away and given back. */
export async function createCuttableProxy(targetUrl: string): Promise<CuttableProxy> {
  const target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const upstream = createConnection(Number(target.port), target.hostname);
    for (const one of [socket, upstream]) {
      sockets.add(one);
      one.on('error', () => {}).on('close', () => sockets.delete(one));
    }
    socket.pipe(upstream).pipe(socket);
    socket.on('close', () => upstream.destroy());
    upstream.on('close', () => socket.destroy());
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.resetAndDestroy();
    await closed;
  };
  return {
    via(url) {
      const changed = new URL(url);
      changed.port = String(port);
      changed.hostname = '127.0.0.1';
      return changed.href;
    },
    cut,
    mend: () => listen(port),
    close: async () => {
      if (server.listening) await cut();
    },
  };
}
