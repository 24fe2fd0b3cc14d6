import { BlockList, isIPv6 } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { httpErrors } from './http.errors.ts';

export interface RateLimitOptions {
  /** Requests of one key in one window. Default 1,200. */
  max?: number;
  /** Default 60 s. */
  windowSeconds?: number;
  /** Whose requests are counted together. Default: the address they come from. */
  keyOf?: (request: FastifyRequest) => string;
}

/** Too many requests of one key are a 429. Our own servers, which call without passing through the edge, are not counted. */
export async function addRateLimit(
  app: FastifyInstance,
  options: RateLimitOptions,
  trustedProxies: readonly string[],
): Promise<void> {
  const ours = blockListOf(trustedProxies);
  await app.register(rateLimit, {
    max: options.max ?? 1_200,
    timeWindow: (options.windowSeconds ?? 60) * 1_000,
    keyGenerator: options.keyOf ?? ((request) => request.ip),
    allowList: (request) =>
      request.headers['x-forwarded-for'] === undefined && isIn(ours, request.socket.remoteAddress),
    errorResponseBuilder: (_request, context) =>
      httpErrors.rateLimited({ retryAfterSeconds: Math.max(1, Math.ceil(context.ttl / 1_000)) }),
  });
}

function blockListOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isIn(list: BlockList, address: string | undefined): boolean {
  if (address === undefined) return false;
  const plain = address.replace(/^::ffff:/, '');
  return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}
