import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type CarrierState, createCarrierState } from './carrier-state.ts';
import type {
  Account,
  Call,
  Message,
  MessagingService,
  Person,
  PhoneNumber,
  WebhookAttempt,
} from './records.ts';

const version = 1;

/** Only this module writes the file, so the records inside have the shape they were written with. */
const record = <Value>() => z.custom<Value>((value) => value !== null && typeof value === 'object');
const Snapshot = z.strictObject({
  version: z.literal(version),
  accounts: z.array(record<Account>()),
  numbers: z.array(record<PhoneNumber>()),
  services: z.array(record<MessagingService>()),
  messages: z.array(record<Message>()),
  calls: z.array(record<Call>()),
  people: z.array(record<Person>()),
  webhooks: z.array(record<WebhookAttempt>()),
  optOuts: z.array(z.string()),
  sequence: z.int(),
});

/** The state as it was saved; a fresh one where there is no file, or one of another version. */
export async function loadSnapshot(path: string): Promise<CarrierState> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return createCarrierState();
  const parsed = Snapshot.safeParse(parseJson(text));
  if (!parsed.success) return createCarrierState();
  const saved = parsed.data;
  return {
    accounts: new Map(saved.accounts.map((account) => [account.sid, account])),
    numbers: new Map(saved.numbers.map((number) => [number.number, number])),
    services: new Map(saved.services.map((service) => [service.sid, service])),
    messages: new Map(saved.messages.map((message) => [message.sid, message])),
    calls: new Map(saved.calls.map((call) => [call.sid, call])),
    people: new Map(saved.people.map((person) => [person.number, person])),
    webhooks: saved.webhooks,
    optOuts: new Set(saved.optOuts),
    sequence: saved.sequence,
  };
}

/** Writes the whole state beside the file, then puts it in place: a kill leaves the old one or the new one. */
export async function saveSnapshot(path: string, state: CarrierState): Promise<void> {
  const text = JSON.stringify({
    version,
    accounts: [...state.accounts.values()],
    numbers: [...state.numbers.values()],
    services: [...state.services.values()],
    messages: [...state.messages.values()],
    calls: [...state.calls.values()],
    people: [...state.people.values()],
    webhooks: state.webhooks,
    optOuts: [...state.optOuts],
    sequence: state.sequence,
  });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** A large state is saved seldom: writing takes at most a twentieth of the time. */
const writingShare = 20;

/** Saves at most once in `pauseMs`, and once more on flush. */
export function snapshotWriter(path: string, state: CarrierState, pauseMs: number) {
  let timer: NodeJS.Timeout | null = null;
  let writing = Promise.resolve();
  let lastMs = 0;
  const write = () => {
    timer = null;
    writing = writing
      .then(async () => {
        const started = performance.now();
        await saveSnapshot(path, state);
        lastMs = performance.now() - started;
      })
      .catch(() => undefined);
  };
  return {
    schedule() {
      timer ??= setTimeout(write, Math.max(pauseMs, lastMs * writingShare)).unref();
    },
    async flush() {
      if (timer) clearTimeout(timer);
      write();
      await writing;
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
