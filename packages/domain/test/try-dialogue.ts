import { createTestDatabase } from '@servicepro/db/testing';
import { createReceptionScene, type SceneOptions } from './reception-scene.ts';

/**
 * Tries a dialogue by hand: node packages/domain/test/try-dialogue.ts "Can you wash my truck Friday?" "12:30. 4410 Avenue G"
 * Each argument is one turn; ` / ` inside one joins several texts. --at 2026-03-10T14:00 sets the clock.
 */
const args = process.argv.slice(2);
const at = args.indexOf('--at');
const options: SceneOptions = at < 0 ? {} : { nowLocal: args[at + 1] ?? '' };
const turns = at < 0 ? args : args.filter((_, i) => i !== at && i !== at + 1);

const database = await createTestDatabase();
try {
  const scene = await createReceptionScene(database, options);
  const phone = scene.phone();
  for (const turn of turns) {
    console.log(`> ${turn}`);
    for (const reply of await phone.text(...turn.split(' / '))) console.log(`< ${reply}`);
  }
  const actions = await scene.query<{ name: string; verdict: string; summary: string }>(
    'select name, verdict, summary from actions where tenant_id = $1 order by at, id',
  );
  console.log(actions.map((action) => `  ${action.name} ${action.verdict}: ${action.summary}`).join('\n'));
} finally {
  await database.drop();
}
