import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { BenchRow } from './bench-row.ts';
import { formatRows } from './format-rows.ts';

/**
 * What it costs: prints one table, or with --json one array of rows. A row that does not hold is said in words; the exit
 * code is 1 only where something could not be measured. `--only webhook,slots` measures a part.
 */
const groups: Readonly<Record<string, () => Promise<{ rows(): Promise<BenchRow[]> }>>> = {
  webhook: () => import('./webhook.ts'),
  tenant: () => import('./tenant-access.ts'),
  replies: () => import('./replies.ts'),
  slots: () => import('./slots.ts'),
  start: () => import('./start-again.ts'),
};
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(groups).join() },
    /** Measures one group in this process and sends its rows to the parent. */
    group: { type: 'string' },
  },
});
process.exitCode = values.group === undefined ? await measureAll() : await measureGroup(values.group);

async function measureAll(): Promise<number> {
  const rows: BenchRow[] = [];
  let failed = 0;
  for (const name of values.only.split(',')) {
    const measured = await measureApart(name);
    if (measured) rows.push(...measured);
    else failed += 1;
  }
  process.stdout.write(`${values.json ? JSON.stringify(rows, null, 2) : formatRows(rows)}\n`);
  return failed === 0 ? 0 : 1;
}

/** In a process of its own, so that no group inherits the memory, the pools or the compiled code of another. */
async function measureApart(name: string): Promise<BenchRow[] | undefined> {
  const child = fork(import.meta.filename, ['--group', name], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  let rows: BenchRow[] | undefined;
  child.on('message', (message) => {
    rows = z.array(BenchRow).parse(message);
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code === 0 && rows) return rows;
  process.stderr.write(`${name} could not be measured\n`);
  return undefined;
}

async function measureGroup(name: string): Promise<number> {
  const load = groups[name];
  if (!load) throw new Error(`there is no group "${name}"; there are ${Object.keys(groups).join(', ')}`);
  // What a group started ends with it: programs listen for this process's exit.
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const)
    process.once(signal, () => process.exit(1));
  const rows = await (await load()).rows();
  await new Promise((resolve) => process.send?.(rows, resolve));
  process.removeAllListeners('disconnect').disconnect?.();
  return 0;
}
