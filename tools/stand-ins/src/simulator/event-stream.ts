import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Carrier } from '../carrier/carrier.ts';
import { bubbleOf, isShown, type ThreadQuery } from './thread-view.ts';

const heartbeatMs = 15_000;

/** Server-sent events of one thread: `bubble` as it appears or changes, `numbers`, `faults`, `reset`. */
export function streamThread(
  carrier: Carrier,
  thread: ThreadQuery,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 1000\n\n');
  const send = (event: string, data: unknown) =>
    raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const stopListening = carrier.announcer.listen((event) => {
    if (event.type !== 'message') return send(event.type, {});
    const message = carrier.state.messages.get(event.sid);
    if (message && isShown(message, thread)) send('bubble', bubbleOf(message));
    else if (message && message.to === thread.person && message.from === thread.number) send('underway', {});
  });
  const heartbeat = setInterval(() => raw.write(': here\n\n'), heartbeatMs);
  request.raw.on('close', () => {
    clearInterval(heartbeat);
    stopListening();
  });
}
