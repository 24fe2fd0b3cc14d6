import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hasServerData } from '../postgres/server-place.ts';
import type { StateFolder } from '../state/state-folder.ts';
import { seed } from './seed.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stateAt = (path: string): StateFolder => ({ path, key: 'seed-test' }) as StateFolder;

it('the demo that is there is not removed unless one says so', async () => {
  mkdirSync(join(folder, 'postgres'));
  writeFileSync(join(folder, 'postgres/PG_VERSION'), '18');
  const context = { environment: {}, state: stateAt(folder), signal: new AbortController().signal };
  await expect(async () => seed({ ...context, args: ['demo'] } as never)).rejects.toThrow(/--reset/);
  expect(hasServerData(stateAt(folder), 'postgres')).toBe(true);
  expect(await seed({ ...context, args: ['demo', '--reset'] } as never)).toBe(0);
  expect(hasServerData(stateAt(folder), 'postgres')).toBe(false);
});
