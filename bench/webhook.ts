import { randomBytes } from 'node:crypto';
import { alternate, type BenchRow, rateRow } from './bench-row.ts';
import { note } from './env.ts';
import { businessNumber, openPhoneScene, type PhoneScene, phoneOf, sign } from './phone-scene.ts';
import { startProgram } from './program.ts';
import { requestRate } from './request-rate.ts';

/** As the carrier is configured: signatures are made over it, wherever the server listens. */
const origin = 'https://hooks.example.test';
const path = '/twilio/sms/incoming';
/** Short rounds, many of them: what else the machine does is then the same for both sides of a pair. */
const rounds = 21;
const textsPerRound = 700;
const phoneCount = (rounds + 1) * textsPerRound;

/** Texts in a second that the gateway takes from the carrier at 20 connections, each stored before it is acknowledged. */
export async function rows(): Promise<BenchRow[]> {
  await using scene = await openPhoneScene();
  await layThreads(scene);
  await createFloorTable(scene);
  await using gateway = await startProgram('apps/telephony-gateway/src/main.ts', {
    ...scene.environment,
    TWILIO_WEBHOOK_ORIGIN: origin,
  });
  await using floor = await startProgram('bench/form-floor.ts', {
    DATABASE_URL: scene.database.urls.servicepro_app,
    AUTH_TOKEN: scene.account.authToken,
    ORIGIN: origin,
  });
  let sent = 0;
  const rateOf = (url: string) =>
    requestRate({
      url: url + path,
      connections: 20,
      amount: textsPerRound,
      forms: Array.from({ length: textsPerRound }, () => signedText(scene, phoneOf(sent++ % phoneCount))),
    });
  const pairs = await alternate(
    rounds,
    () => rateOf(gateway.url),
    () => rateOf(floor.url),
  );
  await expectAllStored(scene, (rounds + 1) * textsPerRound);
  note(`webhook: ${rounds} rounds of ${textsPerRound} texts each, from ${phoneCount} people`);
  return [rateRow('inbound SMS webhook, 20 connections', 'requests/s', pairs, 0.75)];
}

/** People who have texted before and were answered, as most have who text; without them each text would found a thread. */
async function layThreads({ database, tenant, account }: PhoneScene): Promise<void> {
  const statements = [
    `insert into contact_points (tenant_id, kind, value)
     select $1, 'phone', '+1512' || (6000000 + n) from generate_series(0, ${phoneCount} - 1) n`,
    `insert into conversations (tenant_id, contact_point_id, tenant_number, account_id)
     select tenant_id, id, '${businessNumber}', '${account.sid}' from contact_points where tenant_id = $1`,
    `insert into turns (tenant_id, conversation_id, fence, outcome)
     select tenant_id, id, 1, 'answered' from conversations where tenant_id = $1`,
    `insert into messages (tenant_id, conversation_id, turn_id, direction, author, purpose, body, from_address, to_address, status, provider_message_id, created_at)
     select tenant_id, conversation_id, id, 'in', 'customer', 'inbound', 'Hi', '+15125550123', '${businessNumber}', 'received', 'SM' || id, now() - interval '1 day'
     from turns where tenant_id = $1`,
  ];
  for (const statement of statements) await database.admin.query(statement, [tenant.tenantId]);
  await database.admin.query('vacuum analyze');
}

async function createFloorTable({ database }: PhoneScene): Promise<void> {
  await database.admin.query(
    `create table bench_texts (id uuid primary key default uuidv7(), sid text not null unique, from_address text not null, to_address text not null, body text not null,
       received_at timestamptz not null default now());
     grant insert on bench_texts to servicepro_app`,
  );
}

/** Fast is worth nothing where something is missing. */
async function expectAllStored({ database }: PhoneScene, count: number): Promise<void> {
  const { rows } = await database.admin.query(
    'select (select count(*)::int from messages where turn_id is null) as messages, (select count(*)::int from outbox) as outbox, (select count(*)::int from bench_texts) as floor',
  );
  const found = JSON.stringify(rows[0]);
  if (found !== JSON.stringify({ messages: count, outbox: count, floor: count }))
    throw new Error(`${count} texts were acknowledged and ${found} are stored`);
}

/** All fields that the carrier posts, because all of them are signed. */
function signedText(scene: PhoneScene, from: string): { body: string; headers: Record<string, string> } {
  const sid = `SM${randomBytes(16).toString('hex')}`;
  const fields = {
    ...{ ToCountry: 'US', ToState: 'TX', ToCity: 'AUSTIN', ToZip: '78701' },
    ...{ FromCountry: 'US', FromState: 'TX', FromCity: 'AUSTIN', FromZip: '78704' },
    ...{ MessageSid: sid, SmsMessageSid: sid, SmsSid: sid, SmsStatus: 'received' },
    ...{ AccountSid: scene.account.sid, ApiVersion: '2010-04-01', NumMedia: '0', NumSegments: '1' },
    ...{ From: from, To: businessNumber, Body: 'Can I get a full detail tomorrow at 3pm?' },
  };
  return {
    body: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': sign(scene.account.authToken, origin + path, fields),
    },
  };
}
