import formbody from '@fastify/formbody';
import { verifySignature } from '@servicepro/providers/sms';
import fastify from 'fastify';
import pg from 'pg';
import { z } from 'zod';

/** The least that a webhook of the carrier costs: a form parsed, its signature checked, one row committed. */
const env = z
  .object({ PORT: z.coerce.number(), DATABASE_URL: z.url(), AUTH_TOKEN: z.string(), ORIGIN: z.url() })
  .parse(process.env);
const Form = z.record(z.string(), z.string());
const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 20 });
const app = fastify();
await app.register(formbody);

app.get('/health/ready', async () => ({ status: 'ok' }));

app.post('/twilio/sms/incoming', async (request, reply) => {
  const params = Form.parse(request.body);
  const signature = z.string().parse(request.headers['x-twilio-signature']);
  const signed = { authTokens: [env.AUTH_TOKEN], url: env.ORIGIN + request.url, signature };
  if (!verifySignature({ ...signed, body: { kind: 'form', params } })) return reply.status(403).send();
  await pool.query('insert into bench_texts (sid, from_address, to_address, body) values ($1, $2, $3, $4)', [
    params.MessageSid,
    params.From,
    params.To,
    params.Body,
  ]);
  return reply.type('text/xml').send('<Response/>');
});

process.once('SIGTERM', () => {
  app.close().then(() => pool.end());
});
await app.listen({ host: '127.0.0.1', port: env.PORT });
