import { parseArgs } from 'node:util';
import { LauncherFailure } from '../failure.ts';
import { clearServerPlace } from '../postgres/server-place.ts';
import { keepDemoClock } from '../state/demo-clock.ts';
import { findRunningProduct } from '../state/running-file.ts';
import { answer, say } from '../terminal.ts';
import type { Command, CommandContext } from './command-context.ts';

/**
 * `npm run seed -- list` tells what can be laid; `-- demo [--at <instant>]` lays the demo anew at the next start, on
 * the day after now or with the clock standing still at an instant.
 */
export const seed: Command = async (context) => {
  const options = { at: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({
    args: [...context.args],
    options,
    allowPositionals: true,
    strict: true,
  });
  const [name = 'list'] = positionals;
  if (name === 'list') return list();
  if (name === 'demo') return layDemo(context, values.at);
  throw new LauncherFailure(
    'usage',
    `There is no seed "${name}"; \`npm run seed -- list\` tells which there are.`,
  );
};

function list(): number {
  answer(
    'demo  Clean Machine, an auto detailer in Austin, and businesses in other trades and zones, on a busy day',
  );
  answer('      npm run seed -- demo                               lays it anew; the clock runs');
  answer(
    '      npm run seed -- demo --at 2026-05-12T15:00:00Z     the same with the clock standing still there',
  );
  return 0;
}

function layDemo({ environment, state }: CommandContext, at: string | undefined): number {
  if (environment.DATABASE_URL) {
    throw new LauncherFailure(
      'usage',
      'The demo is laid anew only in the embedded database: give DATABASE_URL an empty one.',
    );
  }
  if (findRunningProduct(state)) {
    throw new LauncherFailure(
      'alreadyRunning',
      'Stop ServicePro first: the demo is laid anew in its database.',
    );
  }
  const instant = at === undefined ? undefined : parseInstant(at);
  clearServerPlace(state, 'postgres');
  keepDemoClock(state, instant);
  say(
    `The next \`npm start\` lays the demo anew${instant ? `, with the clock standing still at ${instant}` : ''}.`,
  );
  return 0;
}

function parseInstant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new LauncherFailure('usage', `--at takes an instant such as 2026-05-12T15:00:00Z, not "${text}".`);
  }
}
