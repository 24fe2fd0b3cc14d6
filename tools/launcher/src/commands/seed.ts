import { parseArgs } from 'node:util';
import { LauncherFailure } from '../failure.ts';
import { clearServerPlace, hasServerData } from '../postgres/server-place.ts';
import { keepDemoClock } from '../state/demo-clock.ts';
import { findRunningProduct } from '../state/running-file.ts';
import { answer, say } from '../terminal.ts';
import type { Command, CommandContext } from './command-context.ts';

/**
 * `npm run seed -- list` tells what can be laid; `-- demo [--at <instant>]` lays the demo at the next start, on the day
 * after now or with the clock standing still at an instant. A demo that is there already goes only with `--reset`.
 */
export const seed: Command = async (context) => {
  const options = { at: { type: 'string' }, reset: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({
    args: [...context.args],
    options,
    allowPositionals: true,
    strict: true,
  });
  const [name = 'list'] = positionals;
  if (name === 'list') return list();
  if (name === 'demo') return layDemo(context, values);
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
  answer(
    '      npm run seed -- demo --reset                       lays it anew where it is already: all that was added goes',
  );
  return 0;
}

function layDemo(
  { environment, state }: CommandContext,
  { at, reset }: { at?: string | undefined; reset: boolean },
): number {
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
  if (hasServerData(state, 'postgres') && !reset) {
    throw new LauncherFailure(
      'usage',
      'The demo is there already. `npm run seed -- demo --reset` lays it anew and removes all that was added to it.',
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
