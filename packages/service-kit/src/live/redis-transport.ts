import { Redis } from 'ioredis';
import type { LiveTransport } from './live.ts';

const channel = 'servicepro:live';

/** Redis pub/sub. The subscribed connection comes back by itself and subscribes again. */
export function createRedisTransport(options: {
  url: string;
  onMessage: (message: string) => void;
}): LiveTransport {
  const retryStrategy = (times: number) => Math.min(times * 100, 1_000);
  const sender = new Redis(options.url, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    retryStrategy,
  });
  sender.on('error', () => {});
  let receiver: Redis | undefined;

  return {
    async send(message) {
      await sender.publish(channel, message);
    },
    listen() {
      if (receiver) return;
      receiver = new Redis(options.url, { maxRetriesPerRequest: null, retryStrategy });
      receiver.on('error', () => {});
      receiver.on('message', (_channel, message: string) => options.onMessage(message));
      receiver.subscribe(channel).catch(() => {});
    },
    async close() {
      sender.disconnect();
      receiver?.disconnect();
    },
  };
}
