import { WorkerEnv } from '@servicepro/ai-worker/env';
import { CoreApiEnv } from '@servicepro/core-api/env';
import { LauncherEnvironment } from '@servicepro/launcher/env';
import { describeEnv } from '@servicepro/service-kit/env';
import { Env as SiteEnv } from '@servicepro/site-renderer/env';
import { StandInsEnvironment } from '@servicepro/stand-ins/env';
import { GatewayEnv } from '@servicepro/telephony-gateway/env';
import type { z } from 'zod';
import { markdownTable } from './generated-blocks.ts';

interface Reader {
  readonly name: string;
  readonly schema: z.ZodObject;
}

const processes: readonly Reader[] = [
  { name: 'core-api', schema: CoreApiEnv },
  { name: 'telephony-gateway', schema: GatewayEnv },
  { name: 'ai-worker', schema: WorkerEnv },
  { name: 'site-renderer', schema: SiteEnv },
  { name: 'stand-ins', schema: StandInsEnvironment },
];

/** Set by every shell, and no setting of ours. */
const notSettings: ReadonlySet<string> = new Set(['PATH']);

/** What `npm start` and the other commands read. */
export function launcherTable(): string {
  const rows = describeEnv(LauncherEnvironment).filter(({ name }) => !notSettings.has(name));
  return markdownTable(
    ['variable', 'default', 'meaning'],
    rows.map((row) => [code(row.name), code(row.default), row.meaning]),
  );
}

/** What the processes read, each variable once, with who reads it. */
export function processesTable(): string {
  const settings = new Map<string, Setting>();
  for (const { name: reader, schema } of processes) {
    for (const { name, required, default: fallback, meaning } of describeEnv(schema)) {
      const known = settings.get(name) ?? { readers: [], meaning };
      known.readers.push({ name: reader, value: required ? 'required' : code(fallback) });
      settings.set(name, known);
    }
  }
  return markdownTable(
    ['variable', 'read by', 'default', 'meaning'],
    [...settings].map(([name, setting]) => [
      code(name),
      setting.readers.map((reader) => reader.name).join(', '),
      defaultOf(setting),
      setting.meaning,
    ]),
  );
}

interface Setting {
  readonly readers: { readonly name: string; readonly value: string }[];
  /** As its first reader says it. */
  readonly meaning: string;
}

/** One default where all readers agree, else each reader's own. */
function defaultOf({ readers }: Setting): string {
  const values = new Set(readers.map(({ value }) => value));
  if (values.size === 1) return readers[0]?.value ?? '';
  return readers
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `${value} (${name})`)
    .join(', ');
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}
