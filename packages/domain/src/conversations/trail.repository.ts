import type { TenantDb } from '@servicepro/db';
import { sql } from 'kysely';

export interface TrailAction {
  name: string;
  risk: string;
  verdict: string;
  summary: string;
  durationMs: number;
  booking: {
    id: string;
    number: number;
    startsAt: string;
    endsAt: string;
    title: string;
    totalCents: number | null;
  } | null;
}

/** As jsonb gives it: instants are text. */
export interface TrailRow {
  id: string;
  phone: string;
  tenant_name: string;
  tenant_number: string;
  messaging_service_id: string | null;
  texts: string[];
  provider_message_ids: string[];
  arrived_at: string;
  last_arrived_at: string;
  started_at: string;
  /** No text of this phone came before these. */
  is_first: boolean;
  owner: 'ai' | 'person';
  is_waiting: boolean;
  finished_at: string | null;
  intents: string[];
  understood: Record<string, unknown>;
  outcome: string;
  facts: number;
  actions: TrailAction[];
  reply_status: string | null;
  reply_reason: string | null;
  sent_at: string | null;
}

/** The last twenty turns with one phone, and the zone they are shown in. */
export async function listTrailTurns(
  db: TenantDb,
  phone: string,
): Promise<{ timeZone: string; rows: TrailRow[] }> {
  const { rows } = await sql<{ time_zone: string; turns: TrailRow[] }>`
    select p.time_zone, coalesce((select jsonb_agg(to_jsonb(x) order by x.arrived_at desc) from (
      select t.id, c.value as phone, n.name as tenant_name, v.tenant_number, v.messaging_service_id,
        i.texts, i.provider_message_ids, coalesce(i.arrived_at, t.started_at) as arrived_at, coalesce(i.last_arrived_at, t.started_at) as last_arrived_at, t.started_at, t.finished_at, t.intents, t.understood, t.outcome,
        not exists (select 1 from messages e where e.conversation_id = v.id and e.created_at < coalesce(i.arrived_at, t.started_at)) as is_first,
        v.owner, v.waiting_since is not null as is_waiting,
        coalesce((select count(*) from message_facts f where f.message_id = r.id), 0) as facts,
        coalesce((select jsonb_agg(jsonb_build_object('name', a.name, 'risk', a.risk, 'verdict', a.verdict, 'summary', a.summary,
            'durationMs', a.duration_ms, 'booking', (select jsonb_build_object('id', b.id, 'number', b.number, 'startsAt', b.starts_at,
              'endsAt', b.ends_at, 'totalCents', b.total_cents, 'title', coalesce((select string_agg(l.name, ', ') from booking_lines l where l.booking_id = b.id), ''))
              from bookings b where b.id = a.booking_id and b.number is not null)) order by a.at, a.id)
          from actions a where a.turn_id = t.id), '[]') as actions,
        r.status as reply_status, r.status_reason as reply_reason, r.sent_at
      from turns t
      join conversations v on v.id = t.conversation_id
      join contact_points c on c.id = v.contact_point_id and c.kind = 'phone' and c.value = ${phone}
      join tenants n on n.id = t.tenant_id
      left join lateral (select array_agg(m.body order by m.created_at) as texts, array_agg(m.provider_message_id order by m.created_at) as provider_message_ids,
          min(m.created_at) as arrived_at, max(m.created_at) as last_arrived_at from messages m where m.turn_id = t.id and m.direction = 'in') i on true
      left join lateral (select m.id, m.status, m.status_reason, m.sent_at from messages m where m.turn_id = t.id and m.direction = 'out' limit 1) r on true
      order by t.started_at desc limit 20) x), '[]') as turns
    from tenant_profiles p`.execute(db);
  const [row] = rows;
  return {
    timeZone: row?.time_zone ?? 'UTC',
    rows: (row?.turns ?? []).map((turn) => ({
      ...turn,
      texts: turn.texts ?? [],
      provider_message_ids: turn.provider_message_ids ?? [],
    })),
  };
}
