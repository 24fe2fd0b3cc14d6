import type { LiveEvent } from '@servicepro/contracts/live';
import type { TenantContext } from '@servicepro/tenant-context';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { HttpApp } from '../http/build-http-app.ts';
import { httpErrors } from '../http/http.errors.ts';
import type { Readiness } from '../shutdown.ts';
import type { Live } from './live.ts';

export interface LiveRoutesOptions {
  readiness: Readiness;
  /** Who is asking, as the guard of staff routes has found. */
  contextOf: (request: FastifyRequest) => TenantContext;
  /** Asked with every beat: a stream whose reader has signed out or is no member any more ends. A failure is no answer. */
  mayStay: (request: FastifyRequest) => Promise<boolean>;
  /** Open streams of one person in one tenant. Default 8: that many browser tabs. */
  mostPerPerson?: number;
  heartbeatMs?: number;
  /** A stream ends by then and the browser opens another, which asks the guard again. Default 15 min. */
  longestMs?: number;
}

const mostWaitingBytes = 256 * 1_024;

/** `GET /api/v1/tenants/:tenantId/live`: server-sent events, `event: change` with a LiveEvent as data. */
export function liveRoutes(app: HttpApp, live: Live, options: LiveRoutesOptions): void {
  const open = new Map<string, number>();
  const streams = new Set<() => void>();
  options.readiness.onDrain(() => {
    for (const end of streams) end();
  });
  app.addHook('preClose', async () => {
    for (const end of streams) end();
  });

  app.get(
    '/api/v1/tenants/:tenantId/live',
    {
      schema: { params: z.strictObject({ tenantId: z.string() }), hide: true },
      config: { traffic: 'stream' },
    },
    async (request, reply) => {
      const context = options.contextOf(request);
      const key = `${context.tenantId} ${context.actor.kind === 'user' ? context.actor.id : request.ip}`;
      const count = open.get(key) ?? 0;
      if (count >= (options.mostPerPerson ?? 8)) throw httpErrors.rateLimited({ retryAfterSeconds: 30 });
      if (options.readiness.isDraining) throw httpErrors.overloaded({ retryAfterSeconds: 1 });
      open.set(key, count + 1);

      const end = openStream(request, reply, live, context.tenantId, options, () => {
        streams.delete(end);
        const left = (open.get(key) ?? 1) - 1;
        if (left > 0) open.set(key, left);
        else open.delete(key);
      });
      streams.add(end);
      return reply;
    },
  );
}

/** Answers what ends the stream. The head goes out at once, so that the browser knows that it stands. */
function openStream(
  request: FastifyRequest,
  reply: FastifyReply,
  live: Live,
  tenantId: string,
  options: LiveRoutesOptions,
  onEnd: () => void,
): () => void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...headersOf(reply),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  const write = (text: string) => {
    if (raw.writableLength > mostWaitingBytes) raw.destroy();
    else raw.write(text);
  };
  write('retry: 2000\n: open\n\n');
  const stop = live.subscribe(tenantId, (event: LiveEvent) => {
    write(`event: change\ndata: ${JSON.stringify(event)}\n\n`);
  });
  const beat = setInterval(() => {
    write(': beat\n\n');
    options.mayStay(request).then(
      (isAllowed) => {
        if (!isAllowed) raw.end();
      },
      () => {},
    );
  }, options.heartbeatMs ?? 15_000);
  const limit = setTimeout(() => raw.end(), options.longestMs ?? 900_000);
  raw.once('close', () => {
    stop();
    clearInterval(beat);
    clearTimeout(limit);
    onEnd();
  });
  return () => raw.end();
}

/** What hooks have set so far: security headers and the request id. */
function headersOf(reply: FastifyReply): Record<string, number | string | string[]> {
  const entries = Object.entries({ ...reply.getHeaders(), 'x-request-id': reply.request.id });
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
