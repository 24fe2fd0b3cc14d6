import type { TestDatabase } from '@servicepro/db/testing';
import { createReceptionScene, type ReceptionScene, type SceneOptions } from './reception-scene.ts';

/** A booking as its customer would tell it. */
export interface BookingRow {
  status: string;
  local: string;
  service: string;
  asset: string;
  address: string;
  cents: number | null;
  customer: string | null;
}

export async function bookingsOf(scene: ReceptionScene, timeZone = 'America/Chicago'): Promise<BookingRow[]> {
  return scene.query<BookingRow>(
    `select b.status, to_char(b.starts_at at time zone $2, 'YYYY-MM-DD HH24:MI') as local, s.key as service, b.asset_name as asset,
       b.address, b.total_cents as cents, c.name as customer
     from bookings b join services s on s.id = b.service_id left join customers c on c.id = b.customer_id
     where b.tenant_id = $1 order by b.starts_at, b.created_at`,
    [timeZone],
  );
}

export const waitingOf = async (scene: ReceptionScene) =>
  (
    await scene.query<{ waiting_reason: string }>(
      'select waiting_reason from conversations where tenant_id = $1 and waiting_since is not null',
    )
  ).map((row) => row.waiting_reason);
export const actionsOf = async (scene: ReceptionScene) =>
  (
    await scene.query<{ name: string }>(
      "select name from actions where tenant_id = $1 and verdict = 'allowed' order by at, id",
    )
  ).map((row) => row.name);

/** Runs a dialogue, turn by turn; ` / ` joins several texts of one turn. Answers the scene and every reply. */
export async function runDialogue(
  database: TestDatabase,
  turns: readonly string[],
  options: SceneOptions = {},
) {
  const scene = await createReceptionScene(database, options);
  const phone = scene.phone();
  const replies: string[][] = [];
  for (const turn of turns) replies.push(await phone.text(...turn.split(' / ')));
  return { scene, phone, replies, last: replies.at(-1)?.at(-1) ?? '' };
}
