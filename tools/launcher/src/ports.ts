import { createServer } from 'node:net';
import { LauncherFailure, reasonOf } from './failure.ts';

export interface Ports {
  edge: number;
  coreApi: number;
  telephonyGateway: number;
  aiWorker: number;
  webAdmin: number;
  siteRenderer: number;
  standIns: number;
  postgres: number;
}

/** Every process's port follows from the edge's, so that two checkouts run side by side with two numbers to choose. */
export function portsFrom(edge: number): Ports {
  return {
    edge,
    coreApi: edge + 1,
    telephonyGateway: edge + 2,
    aiWorker: edge + 3,
    webAdmin: edge + 4,
    siteRenderer: edge + 5,
    standIns: edge + 6,
    postgres: edge + 7,
  };
}

/** Fails with a sentence that names the first taken port and how to choose others. */
export async function assertPortsFree(ports: Partial<Ports>): Promise<void> {
  for (const port of Object.values(ports)) {
    if (port === undefined) continue;
    const reason = await reasonNotFree(port);
    if (reason === undefined) continue;
    const advice = `choose another edge port, such as \`npm start -- --port ${(ports.edge ?? port) + 100}\``;
    throw new LauncherFailure('portInUse', `Port ${port} ${reason}: stop what uses it, or ${advice}.`);
  }
}

/** The first edge port from `start` on whose eight ports are all free. */
export async function findFreeEdgePort(start: number): Promise<number> {
  for (let edge = start; edge < start + 2000; edge += 20) {
    const reasons = await Promise.all(Object.values(portsFrom(edge)).map(reasonNotFree));
    if (reasons.every((reason) => reason === undefined)) return edge;
  }
  throw new LauncherFailure('portInUse', `No eight free ports in a row were found from ${start} on.`);
}

/** The first free port from `start` on. */
export async function findFreePort(start: number): Promise<number> {
  for (let port = start; port < start + 1000; port += 1) {
    if ((await reasonNotFree(port)) === undefined) return port;
  }
  throw new LauncherFailure('portInUse', `No free port was found from ${start} on.`);
}

function reasonNotFree(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'EADDRINUSE' ? 'is in use' : `cannot be opened (${reasonOf(error)})`);
    });
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
