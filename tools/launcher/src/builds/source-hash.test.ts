import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSources, reachableFolders } from './source-hash.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'launcher-hash-'));
  write('pnpm-lock.yaml', 'lock');
  write('tsconfig.base.json', '{}');
  write('apps/site/package.json', '{"name":"site","dependencies":{"sections":"workspace:*","next":"16"}}');
  write('apps/site/src/page.tsx', 'page');
  write('packages/sections/package.json', '{"name":"sections","dependencies":{"contracts":"workspace:*"}}');
  write('packages/contracts/package.json', '{"name":"contracts"}');
  write('packages/contracts/src/index.ts', 'contract');
  write('packages/other/package.json', '{"name":"other"}');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the name of what a build is made from', () => {
  it('reaches workspace packages through one another, and no others', () => {
    expect(reachableFolders(root, 'apps/site')).toEqual([
      'apps/site',
      'packages/contracts',
      'packages/sections',
    ]);
  });

  it.each([
    'apps/site/src/page.tsx',
    'packages/contracts/src/index.ts',
    'pnpm-lock.yaml',
    'apps/site/public/logo.svg',
  ])('changes with %s', (file) => {
    const before = hashSources(root, 'apps/site');
    write(file, 'changed');
    expect(hashSources(root, 'apps/site')).not.toBe(before);
  });

  it.each([
    'apps/site/.next/server.js',
    'apps/site/src/page.test.tsx',
    'apps/site/node_modules/x/index.js',
    'packages/other/x.ts',
  ])('does not change with %s', (file) => {
    const before = hashSources(root, 'apps/site');
    write(file, 'changed');
    expect(hashSources(root, 'apps/site')).toBe(before);
  });
});

function write(file: string, content: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}
