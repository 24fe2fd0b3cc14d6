import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LauncherFailure } from '../failure.ts';
import { getControl, postControl } from '../product/stand-in-control.ts';
import { describeWhere, type Where } from '../product/where.ts';
import { answer, say } from '../terminal.ts';
import type { Command } from './command-context.ts';
import { requireRunningProduct } from './require-running.ts';

const firstReplySeconds = 20;
/** No further reply for this long: the conversation waits for the customer again. */
const quietSeconds = 1.5;

const SentText = z.object({ sid: z.string() });
const Messages = z.object({
  messages: z.array(z.object({ to: z.string(), body: z.string() })),
});

/** `npm run text -- --to <slug> --from +1… "words"`: sends a text as a customer and prints the replies, one a line. */
export const text: Command = async ({ args, state, signal }) => {
  const { to, from, body } = readText(args);
  const where = describeWhere(requireRunningProduct(state), state.path);
  const number = findNumber(where, to);
  const { sid } = await postControl(where.standInsUrl, 'texts', { from, to: number, body }, SentText);
  const query = { number, peer: from, after: sid };
  const replies = await collectReplies(async () => {
    const { messages } = await getControl(where.standInsUrl, 'messages', query, Messages);
    return messages.filter((message) => message.to === from).map((message) => message.body);
  }, signal);
  for (const reply of replies) answer(reply);
  if (replies.length > 0) return 0;
  say(`No reply came within ${firstReplySeconds} s; the logs are in ${where.stateFolder}/logs.`);
  return 1;
};

/** Reads until replies came and no more follow. */
export async function collectReplies(read: () => Promise<string[]>, signal: AbortSignal): Promise<string[]> {
  const giveUpAtMs = performance.now() + firstReplySeconds * 1000;
  let replies: string[] = [];
  let changedAtMs = performance.now();
  while (!signal.aborted) {
    const found = await read();
    const nowMs = performance.now();
    if (found.length !== replies.length) changedAtMs = nowMs;
    replies = found;
    if (replies.length > 0 && nowMs - changedAtMs >= quietSeconds * 1000) break;
    if (replies.length === 0 && nowMs >= giveUpAtMs) break;
    await sleep(100, undefined, { signal }).catch(() => undefined);
  }
  return replies;
}

function readText(args: readonly string[]): { to: string; from: string; body: string } {
  const options = { to: { type: 'string' }, from: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: true,
  });
  const body = positionals.join(' ');
  const { to, from = '+15125550123' } = values;
  if (to && body && /^\+\d{8,15}$/.test(from)) return { to, from, body };
  throw new LauncherFailure(
    'usage',
    'Say it like this: npm run text -- --to clean-machine --from +15125550123 "Hello"',
  );
}

function findNumber({ numbers }: Where, to: string): string {
  if (to.startsWith('+')) return to;
  const found = numbers.find((number) => number.slug === to);
  if (found) return found.phoneNumber;
  const known = numbers.map((number) => number.slug).join(', ') || 'none';
  throw new LauncherFailure('usage', `There is no business "${to}"; there are: ${known}.`);
}
