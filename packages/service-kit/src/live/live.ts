import { LiveEvent } from '@servicepro/contracts/live';
import type { Pool } from '@servicepro/db';
import { TenantId } from '@servicepro/tenant-context';
import { z } from 'zod';
import type { Logger } from '../logger.ts';
import { createOutgoing } from './outgoing.ts';
import { createPostgresTransport } from './postgres-transport.ts';
import { createRedisTransport } from './redis-transport.ts';

/** Tells open screens that something of a tenant changed. A hint, never the truth: who hears it reads again. */
export interface Live {
  /** After commit. Never throws and never waits; what cannot be sent is dropped. Told together within 20 ms is sent once. */
  publish(tenantId: string, event: LiveEvent): void;
  /** Calls the listener for each change of this tenant, from any process, until the answer is called. */
  subscribe(tenantId: string, listener: (event: LiveEvent) => void): () => void;
  close(): Promise<void>;
}

export interface LiveOptions {
  /** Redis pub/sub where it is set, NOTIFY where it is not. */
  redisUrl: string | undefined;
  /** The app role's pool on a direct connection. */
  pool: Pool;
  logger: Logger;
}

/** What goes between processes. */
export interface LiveTransport {
  send(message: string): Promise<void>;
  /** Starts to hear messages; may be called more than once. */
  listen(): void;
  close(): Promise<void>;
}

const Envelope = z.strictObject({ tenantId: TenantId, event: LiveEvent });

export function createLive(options: LiveOptions): Live {
  const { redisUrl, pool, logger } = options;
  const listeners = new Map<string, Set<(event: LiveEvent) => void>>();
  const transport: LiveTransport = redisUrl
    ? createRedisTransport({ url: redisUrl, onMessage })
    : createPostgresTransport({ pool, logger, onMessage });
  const outgoing = createOutgoing((tenantId, event) => {
    transport
      .send(JSON.stringify({ tenantId, event }))
      .catch((err: unknown) => logger.debug({ err }, 'a change was not passed on'));
  });

  function onMessage(message: string): void {
    const { tenantId, event } = parse(message) ?? {};
    if (!tenantId || !event) return;
    for (const listener of listeners.get(tenantId) ?? []) listener(event);
  }

  return {
    publish: outgoing.add,
    subscribe(tenantId, listener) {
      transport.listen();
      const ofTenant = listeners.get(tenantId) ?? new Set();
      listeners.set(tenantId, ofTenant.add(listener));
      return () => {
        ofTenant.delete(listener);
        if (ofTenant.size === 0 && listeners.get(tenantId) === ofTenant) listeners.delete(tenantId);
      };
    },
    async close() {
      outgoing.flush();
      listeners.clear();
      await transport.close();
    },
  };
}

function parse(message: string): z.infer<typeof Envelope> | undefined {
  try {
    return Envelope.safeParse(JSON.parse(message)).data;
  } catch {
    return undefined;
  }
}
