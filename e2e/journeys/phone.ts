import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { readWhere } from '../env.ts';

const Sent = z.object({ sid: z.string() });
const Messages = z.object({ messages: z.array(z.object({ to: z.string(), body: z.string() })) });

/** A number that nobody used before in this run. */
export function freshNumber(): string {
  return `+1512555${String((Date.now() % 9000) + 1000)}`;
}

/** A person's name that nobody else has: letters only, as names are. */
export function freshName(first: string): string {
  const letters = [...String(Date.now() % 1_000_000)].map((digit) => 'abcdefghij'.charAt(Number(digit)));
  return `${first} Q${letters.join('')}`;
}

/** A customer's phone, played by the carrier's stand-in. */
export class Phone {
  readonly number: string;
  readonly #business: string;

  constructor(slug: string) {
    this.number = freshNumber();
    this.#business = readWhere().numbers.find((entry) => entry.slug === slug)?.phoneNumber ?? '';
  }

  /** As the dashboard writes it. */
  get written(): string {
    return `(512) 555-${this.number.slice(-4)}`;
  }

  async text(body: string): Promise<string> {
    const url = new URL('/__control/texts', readWhere().standInsUrl);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: this.number, to: this.#business, body }),
    });
    return Sent.parse(await response.json()).sid;
  }

  /** What the business sent after a text. */
  async repliesAfter(sid: string): Promise<string[]> {
    const url = new URL('/__control/messages', readWhere().standInsUrl);
    url.search = new URLSearchParams({ number: this.#business, peer: this.number, after: sid }).toString();
    const { messages } = Messages.parse(await (await fetch(url)).json());
    return messages.filter((message) => message.to === this.number).map((message) => message.body);
  }

  /** Texts and waits for the answer; throws where none comes in 20 s. */
  async say(body: string): Promise<string> {
    const sid = await this.text(body);
    for (let tries = 0; tries < 200; tries += 1) {
      const replies = await this.repliesAfter(sid);
      if (replies.length > 0) return replies.join('\n');
      await sleep(100);
    }
    throw new Error(`Nobody answered “${body}”.`);
  }
}
