import type { Trail, TrailStep, TrailTurn } from '@servicepro/contracts/rest/trail';
import type { TenantDb } from '@servicepro/db';
import { listTrailTurns, type TrailAction, type TrailRow } from './trail.repository.ts';

/** What became of a phone's last texts, step by step: webhook, match, intent, actions, booking, answer. Newest first. */
export async function readTrail(db: TenantDb, phone: string): Promise<Trail> {
  const { timeZone, rows } = await listTrailTurns(db, phone);
  return { timeZone, turns: rows.map(toTurn) };
}

function toTurn(row: TrailRow): TrailTurn {
  const arrived = Temporal.Instant.from(row.arrived_at);
  const sentAt = row.sent_at ? Temporal.Instant.from(row.sent_at) : null;
  return {
    id: row.id,
    text: row.texts.join(' / '),
    startedAt: arrived.toString(),
    finishedAt: sentAt?.toString() ?? null,
    totalMs: sentAt ? milliseconds(arrived, sentAt) : null,
    facts: row.facts,
    changes: row.actions.filter((action) => action.risk !== 'read' && action.verdict === 'allowed').length,
    steps: [
      received(row),
      matched(row),
      understood(row),
      ...row.actions.map(acted),
      ...answered(row, sentAt),
    ],
  };
}

function received(row: TrailRow): TrailStep {
  return step(
    'webhook',
    'Webhook received, texts joined',
    'POST /twilio/sms/incoming, signature valid, stored before it was acknowledged; then the wait for texts that belong to it',
    {
      // From the last text to the turn: the pause for texts that belong to it, and the queue.
      durationMs: span(row.last_arrived_at, row.started_at),
      fields: [
        { label: 'From', value: row.phone },
        { label: 'To', value: row.tenant_number },
        { label: 'MessageSid', value: row.provider_message_ids.at(-1) ?? '' },
      ],
    },
  );
}

function matched(row: TrailRow): TrailStep {
  const how = row.messaging_service_id
    ? `By messaging service ${row.messaging_service_id}`
    : 'By the number that was texted';
  return step('matched', `Matched to ${row.tenant_name}`, `${how}, not by fallback`, {
    fields: [
      { label: 'phone', value: row.is_first ? 'first time seen' : 'known' },
      { label: 'thread now', value: ownerWords(row) },
    ],
  });
}

function understood(row: TrailRow): TrailStep {
  const fields = Object.entries(row.understood)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .slice(0, 6)
    .map(([label, value]) => ({ label, value: String(value) }));
  const wholeMs = row.finished_at === null ? null : span(row.started_at, row.finished_at);
  const actionsMs = row.actions.reduce((sum, action) => sum + action.durationMs, 0);
  return step('intent', `Intent: ${row.intents.join(', ') || 'none'}`, `Outcome: ${row.outcome}`, {
    durationMs: wholeMs === null ? null : Math.max(0, wholeMs - actionsMs),
    fields,
  });
}

function ownerWords({ owner, is_waiting: isWaiting }: TrailRow): string {
  if (isWaiting) return 'waits for a person';
  return owner === 'person' ? 'a person answers' : 'the AI answers';
}

function acted(action: TrailAction): TrailStep {
  const booking = action.booking;
  return step(
    booking ? 'booking' : 'action',
    booking ? `${action.name}, committed` : action.name,
    action.summary,
    {
      durationMs: action.durationMs,
      booking: booking && {
        ...booking,
        number: `J-${booking.number}`,
        startsAt: Temporal.Instant.from(booking.startsAt).toString(),
        endsAt: Temporal.Instant.from(booking.endsAt).toString(),
      },
    },
  );
}

function answered(row: TrailRow, sentAt: Temporal.Instant | null): TrailStep[] {
  if (!row.reply_status) return row.finished_at ? [step('sent', 'No answer', 'The AI is silent here')] : [];
  const title = titles[row.reply_status] ?? `Answer ${row.reply_status}`;
  const figures =
    row.facts === 1 ? '1 figure, backed by a row' : `${row.facts} figures, each backed by a row`;
  const finished = row.finished_at ? Temporal.Instant.from(row.finished_at) : null;
  return [
    step('sent', title, row.reply_reason ?? figures, {
      durationMs: sentAt && finished ? milliseconds(finished, sentAt) : null,
    }),
  ];
}

// A reply that is written and has not left yet is no silence.
const titles: Readonly<Record<string, string>> = {
  queued: 'Answer written, about to be sent',
  sending: 'Answer being sent',
};

function step(
  kind: TrailStep['kind'],
  title: string,
  detail: string,
  more: Partial<TrailStep> = {},
): TrailStep {
  return { kind, title, detail, durationMs: null, fields: [], booking: null, ...more };
}

// Null where a clock stands still for the demo: what was measured by it would be no time that passed.
function span(from: string, to: string): number | null {
  const elapsedMs = Temporal.Instant.from(to).since(Temporal.Instant.from(from)).total('milliseconds');
  return elapsedMs < 0 ? null : Math.round(elapsedMs);
}

function milliseconds(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.max(0, Math.round(to.since(from).total('milliseconds')));
}
