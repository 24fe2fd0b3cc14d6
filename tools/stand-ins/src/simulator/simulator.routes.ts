import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Carrier } from '../carrier/carrier.ts';
import { listBusinesses } from './businesses.ts';
import { streamThread } from './event-stream.ts';
import { newPersonNumber } from './new-person.rules.ts';
import { readPageFiles } from './page-files.ts';
import { ThreadQuery, threadOf } from './thread-view.ts';
import type { TrailReader } from './trail-reader.ts';

export interface SimulatorOptions {
  carrier: Carrier;
  trail: TrailReader;
  /** The dashboard, for links into its calendar. */
  appOrigin: string;
  startedAt: Temporal.Instant;
  /** The demo's frozen "now": the phone's clock starts there. */
  clockAt: Temporal.Instant | undefined;
}

const TrailQuery = z.strictObject({ tenantId: z.string().max(64), phone: z.string().max(20) });

// Inline: the import map in index.html, by its hash; everything else comes from this origin.
const contentSecurityPolicy = (importMapHash: string) =>
  `default-src 'none'; script-src 'self' 'sha256-${importMapHash}'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The phone simulator: its page, the thread it shows, what changes in it, and the trail. */
export async function simulator(app: FastifyInstance, options: SimulatorOptions): Promise<void> {
  const { carrier, trail } = options;
  await servePage(app);
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof z.ZodError) return reply.code(400).send({ error: z.prettifyError(error) });
    request.log.warn({ err: error }, 'the simulator could not read');
    return reply.code(502).send({ error: 'ServicePro did not answer.' });
  });

  app.get('/__sim/config', async () => ({
    appOrigin: options.appOrigin,
    clockShiftMs: options.clockAt
      ? options.clockAt.epochMilliseconds - options.startedAt.epochMilliseconds
      : 0,
    hasTrail: trail.isConnected,
    businesses: await listBusinesses(carrier, trail),
    people: [...carrier.state.people.values()],
    newPerson: newPersonNumber(carrier.state),
  }));

  app.get('/__sim/thread', async (request) => ({
    bubbles: threadOf(carrier, ThreadQuery.parse(request.query)),
  }));

  app.get('/__sim/events', (request, reply) => {
    streamThread(carrier, ThreadQuery.parse(request.query), request, reply);
  });

  app.get('/__sim/trail', async (request) => {
    const { tenantId, phone } = TrailQuery.parse(request.query);
    return { trail: await trail.readTrail(tenantId, phone) };
  });
}

async function servePage(app: FastifyInstance): Promise<void> {
  const files = await readPageFiles();
  const importMap = /<script type="importmap">([\s\S]*?)<\/script>/.exec(
    files.get('/')?.body.toString('utf8') ?? '',
  )?.[1];
  const hash = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(importMap ?? '')),
  );
  const policy = contentSecurityPolicy(Buffer.from(hash).toString('base64'));
  for (const [path, file] of files) {
    app.get(path, async (_request, reply) =>
      reply
        .headers({
          'content-type': file.contentType,
          'content-security-policy': policy,
          'x-content-type-options': 'nosniff',
          'cache-control': path.startsWith('/vendor/') ? 'max-age=86400' : 'no-cache',
        })
        .send(file.body),
    );
  }
}
