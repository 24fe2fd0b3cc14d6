import http from 'node:http';
import { vi } from 'vitest';
import { type StartedStandIns, startStandIns } from '../src/testing.ts';

export const account = { sid: `AC${'a'.repeat(32)}`, authToken: 'token-of-clean-machine' };
export const serviceSid = `MG${'b'.repeat(32)}`;
export const number = '+15125550100';
export const secondNumber = '+15125550101';
export const person = '+15125550123';

export interface ReceivedWebhook {
  path: string;
  headers: http.IncomingHttpHeaders;
  params: Record<string, string>;
}

export interface Answer {
  status?: number;
  contentType?: string;
  body?: string;
  /** Milliseconds before it is given. */
  afterMs?: number;
  isCut?: boolean;
}

export interface Listener {
  origin: string;
  received: ReceivedWebhook[];
  /** How a path answers; 200 with an empty document where it says nothing. */
  answers: Map<string, (webhook: ReceivedWebhook) => Answer>;
  close(): Promise<void>;
}

/** A webhook's other end: remembers what came. */
export async function listen(): Promise<Listener> {
  const received: ReceivedWebhook[] = [];
  const answers: Listener['answers'] = new Map();
  const server = http.createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    request.on('end', () => {
      const webhook = {
        path: request.url ?? '',
        headers: request.headers,
        params: Object.fromEntries(new URLSearchParams(text)),
      };
      received.push(webhook);
      const answer = answers.get(webhook.path)?.(webhook) ?? {};
      if (answer.isCut) return request.socket.destroy();
      setTimeout(() => {
        response.writeHead(answer.status ?? 200, { 'content-type': answer.contentType ?? 'text/xml' });
        response.end(answer.body ?? '<Response/>');
      }, answer.afterMs ?? 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    origin: `http://app.localhost:${port}`,
    received,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The carrier with one account, two numbers in one service, and a listener for its webhooks. */
export async function startDemoCarrier(options: Parameters<typeof startStandIns>[0] = {}) {
  const [standIns, listener] = await Promise.all([startStandIns(options), listen()]);
  await post(standIns, '/__control/accounts', { sid: account.sid, authToken: account.authToken });
  for (const one of [number, secondNumber]) {
    await post(standIns, '/__control/numbers', {
      number: one,
      accountSid: account.sid,
      serviceSid: one === number ? serviceSid : null,
      smsUrl: `${listener.origin}/sms?tenant=1`,
      smsFallbackUrl: `${listener.origin}/fallback`,
      label: 'Clean Machine',
      tenantSlug: 'clean-machine',
    });
  }
  const close = async () => {
    await standIns.close();
    await listener.close();
  };
  return { standIns, listener, close };
}

export async function post(standIns: StartedStandIns, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(standIns.baseUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

export async function text(
  standIns: StartedStandIns,
  body: string,
  to = number,
  from = person,
): Promise<void> {
  await post(standIns, '/__control/texts', { from, to, body });
}

/** Waits until an expectation holds; long enough for a computer that has other things to do. */
export function eventually<Value>(expectation: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(expectation, { timeout: 15_000 });
}
